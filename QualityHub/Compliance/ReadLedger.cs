using System.Globalization;
using System.Security.Cryptography;
using QualityHub.Access;
using QualityHub.Ledger;
using QualityHub.Platform;

namespace QualityHub.Compliance;

/// <summary>What the data-protection officer reads of the trail. Every reading is itself an entry, written before anything is shown.</summary>
public sealed class ReadLedger(Database database, LedgerWriter writer, LedgerReader reader, LedgerHeads heads)
{
    public const int PageSize = 50;

    public async Task<Outcome<LedgerPageOfEntries>> HandleAsync(Person person, LedgerFilter filter, int page, CancellationToken cancellationToken)
    {
        if (!person.Is(Roles.DataProtectionOfficer))
        {
            return Refusal.In<ComplianceWords>("NotYours");
        }

        await TraceAsync(person, "page", cancellationToken);
        var total = await reader.CountAsync(filter, cancellationToken);
        return new LedgerPageOfEntries(await reader.PageAsync(filter, page * PageSize, PageSize, cancellationToken), total);
    }

    /// <summary>Verifies the whole trail against the server's own head file; an anchor kept elsewhere goes to the command line.</summary>
    public async Task<Outcome<LedgerCheck>> VerifyAsync(Person person, CancellationToken cancellationToken)
    {
        if (!person.Is(Roles.DataProtectionOfficer))
        {
            return Refusal.In<ComplianceWords>("NotYours");
        }

        await TraceAsync(person, "verify", cancellationToken);
        // Heads first: an entry committed after them is then in the trail and no head is ahead of it.
        var anchors = heads.ReadAll();
        using var key = ECDsa.Create();
        key.ImportFromPem(heads.PublicKey);
        var verdict = await reader.WalkAsync(entries => LedgerVerifier.Verify(entries, anchors, key), cancellationToken);
        var sessions = await reader.WalkAsync(LedgerReconciliation.Of, cancellationToken);
        return new LedgerCheck(verdict, sessions);
    }

    private Task TraceAsync(Person person, string how, CancellationToken cancellationToken) =>
        database.WriteAsync(
            write => writer.AppendAsync(write, new LedgerEvent(LedgerKinds.LedgerRead, string.Create(CultureInfo.InvariantCulture, $"account:{person.Account.Value:D}"))
            {
                Facts = new Dictionary<string, string>(StringComparer.Ordinal) { ["how"] = how },
            }),
            cancellationToken);
}

public sealed record LedgerPageOfEntries(IReadOnlyList<LedgerEntry> Entries, long Total);

public sealed record LedgerCheck(LedgerVerdict Verdict, IReadOnlyList<SessionReconciliation> Sessions);
