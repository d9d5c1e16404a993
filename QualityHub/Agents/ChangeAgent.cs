using QualityHub.Access;
using QualityHub.Platform;

namespace QualityHub.Agents;

/// <summary>An administrator corrects an agent's code, name or team.</summary>
public sealed class ChangeAgent(AgentChange change)
{
    public Task<Outcome<AgentId>> HandleAsync(Person by, AgentId id, AgentDetails details, CancellationToken cancellationToken) =>
        change.MakeAsync<AgentId>(
            by,
            async write =>
            {
                if (await AgentStore.FindAsync(write, id) is not { } agent)
                {
                    return Refusal.In<AgentsWords>("NoSuchAgent");
                }

                if (await AgentRules.RefusalForAsync(write, id, details) is { } refusal)
                {
                    return refusal;
                }

                await AgentStore.SaveAsync(write, agent with { Code = details.Code.Trim(), Name = details.Name.Trim(), Team = details.Team });
                return id;
            },
            _ => AgentChange.Entry(by, $"agent:{id}", "changed", ("team", details.Team?.ToString())),
            cancellationToken);
}
