using System.Collections.Concurrent;
using Dapper;
using QualityHub.Platform;

namespace QualityHub.Calls;

/// <summary>
/// The calls that nobody may ever capture again. Memory first, so that closing never waits for disk; the row follows.
/// No reason is kept: it would tell a stop from a private call.
/// </summary>
public sealed class ClosedCalls(Database database, TimeProvider clock)
{
    private readonly ConcurrentDictionary<ExternalCall, byte> _closed = new();

    public bool Contains(ExternalCall call) => _closed.ContainsKey(call);

    /// <summary>Closes the call in memory, at once.</summary>
    public void Close(ExternalCall call) => _closed[call] = 0;

    /// <summary>Keeps it closed across restarts. Closing twice changes nothing.</summary>
    public Task AppendAsync(Write write, ExternalCall call)
    {
        Close(call);
        return write.ExecuteAsync(
            """
            insert into closed_calls (connector_id, external_id, closed_at) values (@Connector, @ExternalId, @now)
            on conflict (connector_id, external_id) do nothing
            """,
            new { call.Connector, call.ExternalId, now = clock.GetUtcNow() });
    }

    /// <summary>Reads what earlier runs closed. Called once, before any door opens.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(
            connection => connection.QueryAsync<Row>("select connector_id, external_id from closed_calls"), cancellationToken);
        foreach (var row in rows)
        {
            Close(new ExternalCall(row.ConnectorId, row.ExternalId));
        }
    }

    private sealed record Row
    {
        public ConnectorId ConnectorId { get; init; }

        public required string ExternalId { get; init; }
    }
}
