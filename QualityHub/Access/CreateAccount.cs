using Microsoft.AspNetCore.Identity;
using QualityHub.Ledger;
using QualityHub.Platform;

namespace QualityHub.Access;

/// <summary>An administrator opens an account. Its password is made up, shown once, and replaced by its owner.</summary>
public sealed class CreateAccount(
    AccountStore accounts, Database database, LedgerWriter ledger, Entitlement entitlement,
    IPasswordHasher<Account> hasher, ILookupNormalizer names, TimeProvider clock)
{
    public async Task<Outcome<CreatedAccount>> HandleAsync(Person by, NewAccount wanted, CancellationToken cancellationToken)
    {
        if (!entitlement.Is(by.Account, Roles.Administrator))
        {
            return Refusal.In<AccessWords>("AdministratorsOnly");
        }

        var userName = wanted.UserName.Trim();
        if (userName.Length is 0 or > 100 || wanted.Name.Trim().Length is 0 or > 100)
        {
            return Refusal.In<AccessWords>("NameMissing");
        }

        if (wanted.Roles.Except(Roles.All).Any())
        {
            return Refusal.In<AccessWords>("UnknownRole");
        }

        var normalized = names.NormalizeName(userName)!;
        if (await accounts.FindByNameAsync(normalized, cancellationToken) is not null)
        {
            return Refusal.In<AccessWords>("UserNameTaken");
        }

        var password = OneTimePassword.New();
        var account = new Account
        {
            Id = Id.New<AccountId>(clock),
            UserName = userName,
            NormalizedUserName = normalized,
            Name = wanted.Name.Trim(),
            SecurityStamp = OneTimePassword.New(),
            MustChangePassword = true,
            Roles = [.. wanted.Roles.Distinct().Order(StringComparer.Ordinal)],
            CreatedAt = clock.GetUtcNow(),
        };
        account.PasswordHash = hasher.HashPassword(account, password);

        await database.WriteAsync(
            async write =>
            {
                await accounts.AddAsync(write, account);
                await ledger.AppendAsync(write, new LedgerEvent(LedgerKinds.AccountChanged, $"account:{by.Account}")
                {
                    Subject = $"account:{account.Id}",
                    Result = "created",
                    Facts = new Dictionary<string, string> { ["roles"] = string.Join(' ', account.Roles) },
                });
            },
            cancellationToken);
        return new CreatedAccount(account.Id, password);
    }
}
