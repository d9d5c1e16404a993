using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using QualityHub.Platform;

namespace QualityHub.Access;

/// <summary>The forms of signing in and out. Each answers with a redirect: a code in the address says what the page has to say.</summary>
internal static class SessionEndpoints
{
    public static void Map(WebApplication app)
    {
        app.MapPost("/session/sign-in", SignInAsync).AllowAnonymous();
        app.MapPost("/sign-out", SignOutAsync).AllowAnonymous();
        app.MapPost("/session/active", ActiveAsync);
        if (app.Environment.IsDevelopment() && app.Services.GetService<IDemoPeople>() is not null)
        {
            app.MapPost("/demo/sign-in/{account}", DemoSignInAsync).AllowAnonymous();
        }
    }

    private static async Task<IResult> SignInAsync(
        [FromForm] string? userName, [FromForm] string? password, [FromForm] string? from,
        HttpContext http, PasswordCheck check, StepCookie step, SignInFlow flow, CancellationToken cancellationToken)
    {
        var account = await check.CheckAsync(userName ?? string.Empty, password ?? string.Empty, cancellationToken);
        if (account is null)
        {
            return Results.LocalRedirect(Local.Page("/sign-in", "SignInRefused", from));
        }

        if (account.MustChangePassword)
        {
            step.Write(http, account);
            return Results.LocalRedirect("/sign-in/new-password");
        }

        await flow.SignInAsync(http, account, trusted: false, cancellationToken);
        return Results.LocalRedirect(Local.Path(from));
    }

    // The form's field makes the framework ask for the antiforgery token.
    private static async Task<IResult> SignOutAsync([FromForm] string? ended, HttpContext http, SignInFlow flow, CancellationToken cancellationToken)
    {
        await flow.SignOutAsync(http, cancellationToken);
        return Results.LocalRedirect(string.IsNullOrEmpty(ended) ? "/sign-in" : "/sign-in?ended=1");
    }

    private static async Task<IResult> ActiveAsync(HttpContext http, SignIns signIns, CancellationToken cancellationToken) =>
        Id.TryParse<SignInId>(http.User.FindFirstValue(PersonClaims.SignIn), out var signIn) && await signIns.TouchAsync(signIn, cancellationToken)
            ? Results.NoContent()
            : Results.Unauthorized();

    private static async Task<IResult> DemoSignInAsync(
        AccountId account, [FromForm] string? from, HttpContext http, IDemoPeople demo, AccountStore accounts, SignInFlow flow, CancellationToken cancellationToken)
    {
        if (demo.People.All(person => person.Account != account) || await accounts.FindAsync(account, cancellationToken) is not { Active: true } found)
        {
            return Results.NotFound();
        }

        await flow.SignInAsync(http, found, trusted: true, cancellationToken);
        return Results.LocalRedirect(Local.Path(from));
    }
}
