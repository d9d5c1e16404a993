using QualityHub.Access;
using QualityHub.Platform;

namespace QualityHub.Agents;

/// <summary>An administrator adds a team.</summary>
public sealed class AddTeam(AgentChange change, TimeProvider clock)
{
    public Task<Outcome<TeamId>> HandleAsync(Person by, string name, CancellationToken cancellationToken) =>
        change.MakeAsync<TeamId>(
            by,
            async write =>
            {
                if (!AgentChange.Fits(name))
                {
                    return Refusal.In<AgentsWords>("NameMissing");
                }

                var teams = await AgentStore.TeamsAsync(write);
                if (teams.Any(team => string.Equals(team.Name, name.Trim(), StringComparison.OrdinalIgnoreCase)))
                {
                    return Refusal.In<AgentsWords>("NameTaken");
                }

                var id = Id.New<TeamId>(clock);
                await AgentStore.AddTeamAsync(write, id, name.Trim());
                return id;
            },
            id => AgentChange.Entry(by, $"team:{id}", "added"),
            cancellationToken);
}
