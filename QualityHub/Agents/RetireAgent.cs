using QualityHub.Access;
using QualityHub.Platform;

namespace QualityHub.Agents;

/// <summary>
/// An administrator takes an agent out of service, or puts them back. A retired agent has no account any more, so that no banner and no
/// listening is left behind; back in service, the account is linked anew.
/// </summary>
public sealed class RetireAgent(AgentChange change, AccountStore accounts, SignIns signIns)
{
    public async Task<Outcome<AgentId>> HandleAsync(Person by, AgentId id, CancellationToken cancellationToken)
    {
        AccountId? freed = null;
        var outcome = await change.MakeAsync<AgentId>(
            by,
            async write =>
            {
                if (await AgentStore.FindAsync(write, id) is not { } agent)
                {
                    return Refusal.In<AgentsWords>("NoSuchAgent");
                }

                freed = agent.Account;
                await AgentStore.SaveAsync(write, agent with { Active = false, Account = null });
                if (freed is { } account)
                {
                    await accounts.LinkAgentAsync(write, account, null);
                }

                return id;
            },
            _ => AgentChange.Entry(by, $"agent:{id}", "retired"),
            cancellationToken);
        if (outcome.Succeeded && freed is { } former)
        {
            await signIns.EndAllAsync(former, AccountChangeKind.RolesChanged);
        }

        return outcome;
    }

    public Task<Outcome<AgentId>> RestoreAsync(Person by, AgentId id, CancellationToken cancellationToken) =>
        change.MakeAsync<AgentId>(
            by,
            async write =>
            {
                if (await AgentStore.FindAsync(write, id) is not { } agent)
                {
                    return Refusal.In<AgentsWords>("NoSuchAgent");
                }

                await AgentStore.SaveAsync(write, agent with { Active = true });
                return id;
            },
            _ => AgentChange.Entry(by, $"agent:{id}", "restored"),
            cancellationToken);
}
