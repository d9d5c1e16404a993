using System.Security.Cryptography;
using QualityHub.Calls;
using QualityHub.Ledger;
using QualityHub.Platform;

namespace QualityHub.Telephony.Connectors;

/// <summary>Makes a connector and hands out its secret this once. The caller has checked that an administrator asks.</summary>
public sealed class CreateConnector(Database database, ConnectorStore store, LedgerWriter ledger, TimeProvider clock)
{
    public async Task<NewConnector> HandleAsync(string name, string actor, CancellationToken cancellationToken)
    {
        var made = new NewConnector(
            Id.New<ConnectorId>(clock),
            Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)),
            Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        await database.WriteAsync(
            async write =>
            {
                await store.AddAsync(write, made, name);
                await ledger.AppendAsync(write, new LedgerEvent(LedgerKinds.ConnectorChanged, actor) { Subject = $"connector:{made.Id}" });
            },
            cancellationToken);
        await store.RefreshAsync(cancellationToken);
        return made;
    }
}
