using QualityHub.Ledger;
using QualityHub.Platform;

namespace QualityHub.Access;

/// <summary>An administrator says what an account may do. Its open sign-ins end, so that no old role lives on in a cookie.</summary>
public sealed class SetRoles(
    AccountStore accounts, Database database, LedgerWriter ledger, Entitlement entitlement, SignIns signIns)
{
    public async Task<Outcome<Done>> HandleAsync(Person by, AccountId id, IReadOnlyList<string> roles, CancellationToken cancellationToken)
    {
        if (!entitlement.Is(by.Account, Roles.Administrator))
        {
            return Refusal.In<AccessWords>("AdministratorsOnly");
        }

        if (roles.Except(Roles.All).Any())
        {
            return Refusal.In<AccessWords>("UnknownRole");
        }

        if (await accounts.FindAsync(id, cancellationToken) is not { } account)
        {
            return Refusal.In<AccessWords>("NoSuchAccount");
        }

        // Nobody makes a listener of themself: it takes a second administrator.
        if (by.Account == id && roles.Except(account.Roles).Any(role => role is Roles.Supervisor or Roles.Trainer))
        {
            return Refusal.In<AccessWords>("NoListeningRoleForYourself");
        }

        if (by.Account == id && !roles.Contains(Roles.Administrator))
        {
            return Refusal.In<AccessWords>("NotYourself");
        }

        await database.WriteAsync(
            async write =>
            {
                await accounts.SetRolesAsync(write, account, [.. roles.Distinct().Order(StringComparer.Ordinal)]);
                await ledger.AppendAsync(write, new LedgerEvent(LedgerKinds.RolesChanged, $"account:{by.Account}")
                {
                    Subject = $"account:{id}",
                    Facts = new Dictionary<string, string> { ["roles"] = string.Join(' ', account.Roles) },
                });
            },
            cancellationToken);
        await signIns.EndAllAsync(id, AccountChangeKind.RolesChanged);
        return Done.It;
    }
}
