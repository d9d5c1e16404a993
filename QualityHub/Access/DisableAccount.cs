using QualityHub.Ledger;
using QualityHub.Platform;

namespace QualityHub.Access;

/// <summary>An administrator closes an account, or opens it again. Closing ends everything it has open, at once.</summary>
public sealed class DisableAccount(
    AccountStore accounts, Database database, LedgerWriter ledger, Entitlement entitlement, SignIns signIns)
{
    public Task<Outcome<Done>> HandleAsync(Person by, AccountId account, CancellationToken cancellationToken) =>
        SetAsync(by, account, active: false, cancellationToken);

    public Task<Outcome<Done>> EnableAsync(Person by, AccountId account, CancellationToken cancellationToken) =>
        SetAsync(by, account, active: true, cancellationToken);

    private async Task<Outcome<Done>> SetAsync(Person by, AccountId id, bool active, CancellationToken cancellationToken)
    {
        if (!entitlement.Is(by.Account, Roles.Administrator))
        {
            return Refusal.In<AccessWords>("AdministratorsOnly");
        }

        if (!active && by.Account == id)
        {
            return Refusal.In<AccessWords>("NotYourself");
        }

        if (await accounts.FindAsync(id, cancellationToken) is not { } account)
        {
            return Refusal.In<AccessWords>("NoSuchAccount");
        }

        account.Active = active;
        await database.WriteAsync(
            async write =>
            {
                await accounts.SaveAsync(write, account);
                await ledger.AppendAsync(write, new LedgerEvent(LedgerKinds.AccountChanged, $"account:{by.Account}")
                {
                    Subject = $"account:{id}",
                    Result = active ? "enabled" : "disabled",
                });
            },
            cancellationToken);
        if (!active)
        {
            await signIns.EndAllAsync(id, AccountChangeKind.Revoked);
        }

        return Done.It;
    }
}
