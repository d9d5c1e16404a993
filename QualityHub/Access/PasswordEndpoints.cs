using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using QualityHub.Ledger;
using QualityHub.Platform;

namespace QualityHub.Access;

/// <summary>A password of one's own in place of a one-time one, and the first administrator's.</summary>
internal static class PasswordEndpoints
{
    public static void Map(WebApplication app)
    {
        app.MapPost("/session/new-password", NewPasswordAsync).AllowAnonymous();
        app.MapPost("/session/set-up", SetUpAsync).AllowAnonymous();
    }

    private static async Task<IResult> NewPasswordAsync(
        [FromForm] string? password, HttpContext http, StepCookie step, AccountStore accounts, Database database, LedgerWriter ledger,
        IPasswordHasher<Account> hasher, SignInFlow flow, CancellationToken cancellationToken)
    {
        if (await step.ReadAsync(http, accounts, cancellationToken) is not { MustChangePassword: true } account)
        {
            return Results.LocalRedirect("/sign-in");
        }

        if (password is null || !PasswordRule.Allows(password)
            || hasher.VerifyHashedPassword(account, account.PasswordHash!, password) is not PasswordVerificationResult.Failed)
        {
            return Results.LocalRedirect("/sign-in/new-password?say=PasswordTooWeak");
        }

        account.PasswordHash = hasher.HashPassword(account, password);
        account.SecurityStamp = OneTimePassword.New();
        account.MustChangePassword = false;
        await database.WriteAsync(
            async write =>
            {
                await accounts.SaveAsync(write, account);
                await ledger.AppendAsync(write, new LedgerEvent(LedgerKinds.AccountChanged, $"account:{account.Id}") { Result = "password_changed" });
            },
            cancellationToken);
        step.Clear(http);
        await flow.SignInAsync(http, account, trusted: false, cancellationToken);
        return Results.LocalRedirect("/");
    }

    private static async Task<IResult> SetUpAsync(
        [FromForm] string? token, [FromForm] string? userName, [FromForm] string? name, [FromForm] string? password, HttpContext http, FirstSetUp setUp,
        AccountStore accounts, Database database, LedgerWriter ledger, IPasswordHasher<Account> hasher, ILookupNormalizer names, SignInFlow flow,
        TimeProvider clock, CancellationToken cancellationToken)
    {
        if (password is null || !PasswordRule.Allows(password) || string.IsNullOrWhiteSpace(userName) || string.IsNullOrWhiteSpace(name))
        {
            return Results.LocalRedirect(setUp.Knows(token) ? $"/set-up?token={Uri.EscapeDataString(token!)}&say=PasswordTooWeak" : "/set-up");
        }

        if (await accounts.AnyAsync(cancellationToken) || !setUp.Use(token))
        {
            return Results.LocalRedirect("/set-up");
        }

        var account = new Account
        {
            Id = Id.New<AccountId>(clock),
            UserName = userName.Trim(),
            NormalizedUserName = names.NormalizeName(userName.Trim())!,
            Name = name.Trim(),
            SecurityStamp = OneTimePassword.New(),
            Roles = [Roles.Administrator],
            CreatedAt = clock.GetUtcNow(),
        };
        account.PasswordHash = hasher.HashPassword(account, password);
        await database.WriteAsync(
            async write =>
            {
                await accounts.AddAsync(write, account);
                await ledger.AppendAsync(write, new LedgerEvent(LedgerKinds.AccountChanged, LedgerEvent.System) { Subject = $"account:{account.Id}", Result = "first_administrator" });
            },
            cancellationToken);
        await flow.SignInAsync(http, account, trusted: false, cancellationToken);
        return Results.LocalRedirect("/");
    }
}
