using QualityHub.Access;
using QualityHub.Platform;

namespace QualityHub.Agents;

/// <summary>What an administrator says of an agent.</summary>
public sealed record AgentDetails
{
    /// <summary>The telephone system's login for this agent; unique, compared without regard to case.</summary>
    public required string Code { get; init; }

    public required string Name { get; init; }

    public TeamId? Team { get; init; }
}

/// <summary>An administrator adds an agent, without an account: nobody can be heard through it before it is linked.</summary>
public sealed class AddAgent(AgentChange change, TimeProvider clock)
{
    public Task<Outcome<AgentId>> HandleAsync(Person by, AgentDetails details, CancellationToken cancellationToken) =>
        change.MakeAsync<AgentId>(
            by,
            async write =>
            {
                var id = Id.New<AgentId>(clock);
                if (await AgentRules.RefusalForAsync(write, id, details) is { } refusal)
                {
                    return refusal;
                }

                await AgentStore.AddAsync(write, new Agent
                {
                    Id = id,
                    Code = details.Code.Trim(),
                    Name = details.Name.Trim(),
                    Team = details.Team,
                    Active = true,
                });
                return id;
            },
            id => AgentChange.Entry(by, $"agent:{id}", "added", ("team", details.Team?.ToString())),
            cancellationToken);
}

internal static class AgentRules
{
    public static async Task<Refusal?> RefusalForAsync(Write write, AgentId id, AgentDetails details)
    {
        if (!AgentChange.Fits(details.Code))
        {
            return Refusal.In<AgentsWords>("CodeMissing");
        }

        if (!AgentChange.Fits(details.Name))
        {
            return Refusal.In<AgentsWords>("NameMissing");
        }

        if (details.Team is { } team && !await AgentStore.TeamExistsAsync(write, team))
        {
            return Refusal.In<AgentsWords>("NoSuchTeam");
        }

        // Compared here and not in SQL: SQLite's lower() knows only ASCII.
        var code = details.Code.Trim();
        var others = await AgentStore.AllAsync(write);
        return others.Any(other => other.Id != id && string.Equals(other.Code, code, StringComparison.OrdinalIgnoreCase))
            ? Refusal.In<AgentsWords>("CodeTaken")
            : null;
    }
}
