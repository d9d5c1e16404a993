using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using QualityHub.Platform;

namespace QualityHub.Ledger;

/// <summary>
/// Appends to the trail inside the transaction of the act itself: no entry, no act. Without <paramref name="heads"/> (tools, tests)
/// the chain is kept and nothing is signed.
/// </summary>
public sealed class LedgerWriter(TimeProvider clock, LedgerHeads? heads = null)
{
    private const string InstantFormat = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";

    private static readonly HashSet<string> Openings =
        [LedgerKinds.SessionRequested, LedgerKinds.SessionAnnounced, LedgerKinds.SessionLive];

    // One head a transaction, however many entries it has.
    private readonly ConditionalWeakTable<Write, Pending> _pending = [];

    /// <summary>False when the last head could not be kept outside the database: openings throw until one can.</summary>
    public bool CanAppend => heads?.CanAppend ?? true;

    /// <summary>Throws when the entry cannot be written (full disk, read-only file), and for what opens also when heads cannot be kept.</summary>
    /// <exception cref="LedgerUnavailableException">Something would open, and the head file refuses.</exception>
    public async Task AppendAsync(Write write, LedgerEvent happened)
    {
        var last = await write.QuerySingleOrDefaultAsync<LedgerEntry>(
            "select sequence, happened_at, day, hash from ledger_entries order by sequence desc limit 1");

        if (Openings.Contains(happened.Kind) && heads is { CanAppend: false })
        {
            Reopen(write, last);
        }

        var now = clock.GetUtcNow();
        var today = now.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var sealing = last is not null && string.CompareOrdinal(today, last.Day) > 0;
        if (sealing)
        {
            last = await InsertAsync(write, last, await SealAsync(write, last!), now, today);
        }

        last = await InsertAsync(write, last, happened, now, sealing || last is null ? today : last.Day);
        Announce(write, last, sealing);
    }

    private static async Task<LedgerEntry> InsertAsync(Write write, LedgerEntry? last, LedgerEvent happened, DateTimeOffset now, string day)
    {
        var entry = new LedgerEntry
        {
            Sequence = (last?.Sequence ?? 0) + 1,
            HappenedAt = now.UtcDateTime.ToString(InstantFormat, CultureInfo.InvariantCulture),
            Day = day,
            Kind = happened.Kind,
            Actor = happened.Actor,
            Subject = happened.Subject,
            Purpose = happened.Purpose,
            Result = happened.Result,
            Facts = JsonSerializer.Serialize(happened.Facts.OrderBy(fact => fact.Key, StringComparer.Ordinal).ToDictionary()),
            Previous = last?.Hash ?? LedgerChain.Beginning,
        };
        entry = entry with { Hash = LedgerChain.HashOf(entry) };
        await write.ExecuteAsync(
            """
            insert into ledger_entries (sequence, happened_at, day, kind, actor, subject, purpose, result, facts, previous, hash)
            values (@Sequence, @HappenedAt, @Day, @Kind, @Actor, @Subject, @Purpose, @Result, @Facts, @Previous, @Hash)
            """,
            entry);
        return entry;
    }

    private async Task<LedgerEvent> SealAsync(Write write, LedgerEntry last)
    {
        var count = await write.QuerySingleOrDefaultAsync<long>("select count(*) from ledger_entries where day = @Day", new { last.Day });
        return new LedgerEvent(LedgerKinds.Sealed, LedgerEvent.System)
        {
            Subject = $"day:{last.Day}",
            Facts = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["count"] = count.ToString(CultureInfo.InvariantCulture),
                ["head"] = heads?.Sign(last.Sequence, last.Hash, last.Day).ToString() ?? string.Empty,
            },
        };
    }

    private void Announce(Write write, LedgerEntry last, bool sealing)
    {
        if (heads is null)
        {
            return;
        }

        if (_pending.TryGetValue(write, out var pending))
        {
            pending.Last = last;
            pending.Sealing |= sealing;
            return;
        }

        pending = new Pending { Last = last, Sealing = sealing };
        _pending.Add(write, pending);
        write.AfterCommit(() => heads.TryAppend(pending.Last.Sequence, pending.Last.Hash, pending.Last.HappenedAt, pending.Sealing));
    }

    private void Reopen(Write write, LedgerEntry? last)
    {
        // Only a committed head may be signed: one of this transaction could still be rolled back.
        var committed = last is not null && !_pending.TryGetValue(write, out _);
        if (!committed || !heads!.TryAppend(last!.Sequence, last.Hash, last.HappenedAt, toDisk: true))
        {
            throw new LedgerUnavailableException("The ledger's head file cannot be written: nothing opens.");
        }
    }

    private sealed class Pending
    {
        public required LedgerEntry Last { get; set; }

        public bool Sealing { get; set; }
    }
}
