using System.Text.Json;
using QualityHub.Platform;

namespace QualityHub.Ledger;

/// <summary>Appends to the trail inside the transaction of the act itself: no entry, no act.</summary>
public sealed class LedgerWriter(TimeProvider clock)
{
    public Task AppendAsync(Write write, LedgerEvent happened) =>
        write.ExecuteAsync(
            """
            insert into ledger_entries (happened_at, kind, actor, subject, purpose, result, facts)
            values (@now, @Kind, @Actor, @Subject, @Purpose, @Result, @facts)
            """,
            new
            {
                now = clock.GetUtcNow(),
                happened.Kind,
                happened.Actor,
                happened.Subject,
                happened.Purpose,
                happened.Result,
                facts = JsonSerializer.Serialize(happened.Facts.OrderBy(fact => fact.Key, StringComparer.Ordinal).ToDictionary()),
            });
}
