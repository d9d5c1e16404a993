using Microsoft.AspNetCore.Identity;
using QualityHub.Ledger;
using QualityHub.Platform;

namespace QualityHub.Access;

/// <summary>
/// Name and password. The same answer after the same work for an unknown name, a wrong password, a locked and a disabled account.
/// From the fifth wrong password on each costs a growing wait; the tenth and every later one locks for a quarter of an hour.
/// </summary>
public sealed class PasswordCheck(
    AccountStore accounts, Database database, LedgerWriter ledger, IPasswordHasher<Account> hasher, ILookupNormalizer names, TimeProvider clock)
{
    public const int FailuresBeforeDelay = 5;
    public const int FailuresBeforeLock = 10;
    public static readonly TimeSpan Lock = TimeSpan.FromMinutes(15);

    // What an unknown name is checked against, so that it takes as long as a known one.
    private static readonly Lazy<string> NobodysHash = new(() => new PasswordHasher<Account>().HashPassword(new Account(), "nobody"));

    /// <summary>The account, or null. Every refusal is in the ledger: with the account where it is known, never with what was typed.</summary>
    public async Task<Account?> CheckAsync(string userName, string password, CancellationToken cancellationToken)
    {
        var account = await accounts.FindByNameAsync(names.NormalizeName(userName.Trim())!, cancellationToken);
        var matches = hasher.VerifyHashedPassword(account ?? new Account(), account?.PasswordHash ?? NobodysHash.Value, password)
            is not PasswordVerificationResult.Failed;
        if (account is null)
        {
            await database.WriteAsync(
                write => ledger.AppendAsync(write, new LedgerEvent(LedgerKinds.SignInRefused, LedgerEvent.System) { Result = "unknown" }), cancellationToken);
            return null;
        }

        var now = clock.GetUtcNow();
        var refusal = account switch
        {
            { Active: false } => "disabled",
            { LockedUntil: { } until } when until > now => "locked",
            _ when !matches || account.PasswordHash is null => "wrong_password",
            _ => null,
        };
        await NoteAsync(account, refusal, now, cancellationToken);
        return refusal is null ? account : null;
    }

    /// <summary>A wrong second step counts like a wrong password.</summary>
    public Task RefusedSecondStepAsync(Account account, CancellationToken cancellationToken) =>
        NoteAsync(account, "wrong_code", clock.GetUtcNow(), cancellationToken);

    private Task NoteAsync(Account account, string? refusal, DateTimeOffset now, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async write =>
            {
                if (refusal is null)
                {
                    // The count falls with a complete sign-in, not with half of one; see SignInFlow.
                    return;
                }

                if (refusal is "wrong_password" or "wrong_code")
                {
                    // Counted in the statement: two guesses at once are two.
                    await write.ExecuteAsync("update accounts set failed_count = failed_count + 1 where id = @Id", new { account.Id });
                    var failures = await write.QuerySingleOrDefaultAsync<int>("select failed_count from accounts where id = @Id", new { account.Id });
                    await write.ExecuteAsync(
                        "update accounts set locked_until_at = @until where id = @Id", new { account.Id, until = Wait(failures) is { } wait ? now + wait : (DateTimeOffset?)null });
                }

                await ledger.AppendAsync(write, new LedgerEvent(LedgerKinds.SignInRefused, $"account:{account.Id}") { Result = refusal });
            },
            cancellationToken);

    private static TimeSpan? Wait(int failures) => failures switch
    {
        >= FailuresBeforeLock => Lock,
        >= FailuresBeforeDelay => TimeSpan.FromSeconds(5 << (failures - FailuresBeforeDelay)),
        _ => null,
    };
}
