using Dapper;
using QualityHub.Access;
using QualityHub.Platform;

namespace QualityHub.Desk;

/// <summary>Who listened to me: the agent's own sessions only, the newest first. Asking for another agent's is not possible.</summary>
public sealed class MyListening(Database database)
{
    private const int Shown = 200;

    public async Task<IReadOnlyList<ListenedTo>> ReadAsync(Person person, CancellationToken cancellationToken = default)
    {
        if (person.Agent is not { } agent || !person.Is(Roles.Agent))
        {
            return [];
        }

        return await database.ReadAsync(async connection => (await connection.QueryAsync<ListenedTo>(
            """
            select accounts.name as listener, sessions.purpose, sessions.live_at, sessions.ended_at, sessions.cause
              from listening_sessions as sessions
              left join accounts on accounts.id = sessions.listener_id
             where sessions.agent_id = @agent and sessions.live_at is not null
             order by sessions.live_at desc
             limit @Shown
            """,
            new { agent, Shown })).AsList(), cancellationToken);
    }
}
