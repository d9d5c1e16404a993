using QualityHub.Access;
using QualityHub.Ledger;
using QualityHub.Platform;

namespace QualityHub.Agents;

/// <summary>
/// One change of who the agents are: by an administrator, with its entry in the same transaction, and known to the directory
/// before the answer is given.
/// </summary>
public sealed class AgentChange(Database database, LedgerWriter ledger, AgentDirectory directory, Entitlement entitlement)
{
    /// <summary>Makes the change. It must refuse before it writes: a refusal leaves neither rows nor an entry.</summary>
    internal async Task<Outcome<T>> MakeAsync<T>(
        Person by, Func<Write, Task<Outcome<T>>> change, Func<T, LedgerEvent> entry, CancellationToken cancellationToken)
    {
        if (!entitlement.Is(by.Account, Roles.Administrator))
        {
            return Refusal.In<AgentsWords>("AdministratorsOnly");
        }

        var outcome = await database.WriteAsync(
            async write =>
            {
                var made = await change(write);
                if (made.Succeeded)
                {
                    await ledger.AppendAsync(write, entry(made.Value));
                }

                return made;
            },
            cancellationToken);
        if (outcome.Succeeded)
        {
            // Committed: whoever asked may go away, the directory must not.
            await directory.RefreshAsync(CancellationToken.None);
        }

        return outcome;
    }

    internal static LedgerEvent Entry(Person by, string subject, string result, params (string Key, string? Value)[] facts) =>
        new(LedgerKinds.AgentChanged, $"account:{by.Account}")
        {
            Subject = subject,
            Result = result,
            Facts = facts.Where(fact => fact.Value is not null).ToDictionary(fact => fact.Key, fact => fact.Value!, StringComparer.Ordinal),
        };

    internal static bool Fits(string text, int most = 100) => text.Trim().Length is var length && length > 0 && length <= most;
}
