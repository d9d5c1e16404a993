using QualityHub.Access;
using QualityHub.Platform;

namespace QualityHub.Agents;

/// <summary>An administrator says whose extension it is, on one telephone system; said again, it moves.</summary>
public sealed class MapExtension(AgentChange change)
{
    public Task<Outcome<AgentId>> HandleAsync(
        Person by, Guid connector, string extension, AgentId agent, CancellationToken cancellationToken) =>
        change.MakeAsync<AgentId>(
            by,
            async write =>
            {
                if (!AgentChange.Fits(extension, 50))
                {
                    return Refusal.In<AgentsWords>("ExtensionMissing");
                }

                if (await AgentStore.FindAsync(write, agent) is null)
                {
                    return Refusal.In<AgentsWords>("NoSuchAgent");
                }

                await AgentStore.MapExtensionAsync(write, connector, extension.Trim(), agent);
                return agent;
            },
            _ => AgentChange.Entry(by, $"agent:{agent}", "extension", ("connector", connector.ToString("D"))),
            cancellationToken);
}
