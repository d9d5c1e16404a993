using Dapper;
using QualityHub.Platform;

namespace QualityHub.Agents;

public sealed class AgentStore(Database database)
{
    private const string Agents =
        """
        select a.id, a.code, a.name, a.team_id as team, t.name as team_name, a.account_id as account, a.active, a.simulated
          from agents a left join teams t on t.id = a.team_id
         order by a.name
        """;

    /// <summary>Every agent, retired ones included, by name.</summary>
    public Task<IReadOnlyList<Agent>> AllAsync(CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<Agent>>(async connection => [.. await connection.QueryAsync<Agent>(Agents)], cancellationToken);

    /// <summary>The same, as the transaction under way sees them.</summary>
    public static async Task<IReadOnlyList<Agent>> AllAsync(Write write) => [.. await write.QueryAsync<Agent>(Agents)];

    public static async Task<Agent?> FindAsync(Write write, AgentId id) => (await AllAsync(write)).FirstOrDefault(agent => agent.Id == id);

    public Task<IReadOnlyList<Team>> TeamsAsync(CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<Team>>(
            async connection => [.. await connection.QueryAsync<Team>("select id, name from teams order by name")], cancellationToken);

    public static async Task<IReadOnlyList<Team>> TeamsAsync(Write write) => [.. await write.QueryAsync<Team>("select id, name from teams")];

    public Task<IReadOnlyList<Queue>> QueuesAsync(CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<Queue>>(
            async connection => [.. await connection.QueryAsync<Queue>("select id, name from queues order by name")], cancellationToken);

    public static async Task<IReadOnlyList<Queue>> QueuesAsync(Write write) => [.. await write.QueryAsync<Queue>("select id, name from queues")];

    public static async Task<bool> TeamExistsAsync(Write write, TeamId team) =>
        await write.QuerySingleOrDefaultAsync<long>("select count(*) from teams where id = @team", new { team }) == 1;

    public Task<IReadOnlyList<ExtensionRow>> ExtensionsAsync(CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<ExtensionRow>>(
            async connection => [.. await connection.QueryAsync<ExtensionRow>("select connector_id, extension, agent_id from extensions")],
            cancellationToken);

    /// <summary>Adds an agent. The directory must be told after the commit (<see cref="AgentDirectory.RefreshAsync"/>).</summary>
    public static Task AddAsync(Write write, Agent agent) =>
        write.ExecuteAsync(
            """
            insert into agents (id, code, name, team_id, account_id, active, simulated)
            values (@Id, @Code, @Name, @Team, @Account, @Active, @Simulated)
            """,
            agent);

    /// <summary>Saves everything but whether the agent is simulated.</summary>
    public static Task SaveAsync(Write write, Agent agent) =>
        write.ExecuteAsync(
            "update agents set code = @Code, name = @Name, team_id = @Team, account_id = @Account, active = @Active where id = @Id", agent);

    public static Task AddQueueAsync(Write write, QueueId id, string name) =>
        write.ExecuteAsync("insert into queues (id, name) values (@id, @name)", new { id, name });

    public static Task AddTeamAsync(Write write, TeamId id, string name) =>
        write.ExecuteAsync("insert into teams (id, name) values (@id, @name)", new { id, name });

    public static Task MapExtensionAsync(Write write, Guid connector, string extension, AgentId agent) =>
        write.ExecuteAsync(
            """
            insert into extensions (connector_id, extension, agent_id) values (@connector, @extension, @agent)
            on conflict (connector_id, extension) do update set agent_id = excluded.agent_id
            """,
            new { connector = connector.ToString("D"), extension, agent });
}

public sealed record ExtensionRow
{
    public required string ConnectorId { get; init; }

    public required string Extension { get; init; }

    public AgentId AgentId { get; init; }
}
