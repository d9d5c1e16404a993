using System.Collections.Frozen;
using Dapper;
using Microsoft.AspNetCore.DataProtection;
using QualityHub.Platform;

namespace QualityHub.Telephony.Connectors;

/// <summary>The connectors, protected on disk and known in memory: a door asks by key at every call.</summary>
public sealed class ConnectorStore(Database database, IDataProtectionProvider protection, TimeProvider clock)
{
    private readonly IDataProtector _protector = protection.CreateProtector("QualityHub.Connectors.v1");
    private FrozenDictionary<string, (Connector Connector, byte[] Secret)> _known = FrozenDictionary<string, (Connector Connector, byte[] Secret)>.Empty;

    /// <summary>The active connector under that key with its secret's bytes, or null.</summary>
    public (Connector Connector, byte[] Secret)? ByKey(string key) => Volatile.Read(ref _known).TryGetValue(key, out var known) ? known : null;

    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(
            connection => connection.QueryAsync<Connector>("select id, name, key, secret, active from connectors where active = 1"),
            cancellationToken);
        Volatile.Write(
            ref _known,
            rows.ToFrozenDictionary(
                row => row.Key, row => (row, Convert.FromBase64String(_protector.Unprotect(row.Secret))), StringComparer.Ordinal));
    }

    internal Task AddAsync(Write write, NewConnector made, string name) =>
        write.ExecuteAsync(
            "insert into connectors (id, name, key, secret, active, created_at) values (@Id, @name, @Key, @secret, 1, @now)",
            new { made.Id, name, made.Key, secret = _protector.Protect(made.Secret), now = clock.GetUtcNow() });
}
