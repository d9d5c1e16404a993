using Microsoft.AspNetCore.Identity;
using QualityHub.Ledger;
using QualityHub.Platform;

namespace QualityHub.Access;

/// <summary>
/// An administrator gives somebody a one-time password. For an agent this also means that nobody may listen until the agent confirms:
/// whoever holds the new password could otherwise acknowledge banners in the agent's place.
/// </summary>
public sealed class ResetPassword(
    AccountStore accounts, Database database, LedgerWriter ledger, Entitlement entitlement, SignIns signIns, AgentTrust trust, IPasswordHasher<Account> hasher)
{
    /// <summary>The one-time password, to be shown once.</summary>
    public async Task<Outcome<string>> HandleAsync(Person by, AccountId id, CancellationToken cancellationToken)
    {
        if (!entitlement.Is(by.Account, Roles.Administrator))
        {
            return Refusal.In<AccessWords>("AdministratorsOnly");
        }

        if (by.Account == id)
        {
            return Refusal.In<AccessWords>("NotYourself");
        }

        if (await accounts.FindAsync(id, cancellationToken) is not { } account)
        {
            return Refusal.In<AccessWords>("NoSuchAccount");
        }

        var password = OneTimePassword.New();
        account.PasswordHash = hasher.HashPassword(account, password);
        account.SecurityStamp = OneTimePassword.New();
        account.MustChangePassword = true;
        account.ResetPending = account.Agent is not null;
        account.FailedCount = 0;
        account.LockedUntil = null;
        await database.WriteAsync(
            async write =>
            {
                await accounts.SaveAsync(write, account);
                await ledger.AppendAsync(write, new LedgerEvent(LedgerKinds.PasswordReset, $"account:{by.Account}") { Subject = $"account:{id}" });
                if (account.ResetPending)
                {
                    trust.ResetBySomeoneElse(write, id);
                }
            },
            cancellationToken);
        await signIns.EndMainAsync(id);
        return password;
    }
}
