using QualityHub.Access;
using QualityHub.Platform;

namespace QualityHub.Agents;

/// <summary>
/// An administrator says which account is which agent: whose browser draws the banner. Everything the old and the new account have open
/// ends, because a sign-in carries the agent it was made with.
/// </summary>
public sealed class LinkAccount(AgentChange change, AccountStore accounts, SignIns signIns)
{
    /// <param name="account">The account, or null to unlink.</param>
    public async Task<Outcome<AgentId>> HandleAsync(Person by, AgentId id, AccountId? account, CancellationToken cancellationToken)
    {
        // Whoever links their own account could draw the banner for someone else, and listen.
        if (account == by.Account)
        {
            return Refusal.In<AgentsWords>("NotYourself");
        }

        if (account is { } wanted)
        {
            if (await accounts.FindAsync(wanted, cancellationToken) is not { Active: true } known)
            {
                return Refusal.In<AgentsWords>("NoSuchAccount");
            }

            if (!known.Is(Roles.Agent))
            {
                return Refusal.In<AgentsWords>("AccountIsNoAgent");
            }
        }

        AccountId? former = null;
        var outcome = await change.MakeAsync<AgentId>(
            by,
            async write =>
            {
                var all = await AgentStore.AllAsync(write);
                if (all.FirstOrDefault(agent => agent.Id == id) is not { } agent)
                {
                    return Refusal.In<AgentsWords>("NoSuchAgent");
                }

                if (account is not null && !agent.Active)
                {
                    return Refusal.In<AgentsWords>("AgentRetired");
                }

                if (account is not null && all.Any(other => other.Id != id && other.Account == account))
                {
                    return Refusal.In<AgentsWords>("AccountTaken");
                }

                former = agent.Account;
                await AgentStore.SaveAsync(write, agent with { Account = account });
                if (former is { } old && old != account)
                {
                    await accounts.LinkAgentAsync(write, old, null);
                }

                if (account is { } linked)
                {
                    await accounts.LinkAgentAsync(write, linked, id);
                }

                return id;
            },
            _ => AgentChange.Entry(by, $"agent:{id}", account is null ? "unlinked" : "linked", ("account", account?.ToString())),
            cancellationToken);
        if (outcome.Succeeded && former != account)
        {
            await EndAsync(former);
            await EndAsync(account);
        }

        return outcome;
    }

    private Task EndAsync(AccountId? account) =>
        account is { } id ? signIns.EndAllAsync(id, AccountChangeKind.RolesChanged) : Task.CompletedTask;
}
