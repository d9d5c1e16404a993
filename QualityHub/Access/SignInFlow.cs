using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using QualityHub.Ledger;
using QualityHub.Platform;

namespace QualityHub.Access;

/// <summary>Signs an account in on a browser, and out again: record, device and ledger in one transaction, cookies after it.</summary>
public sealed class SignInFlow(
    Database database, LedgerWriter ledger, SignIns signIns, AgentTrust trust, DeviceLog devices, DeviceCookie deviceCookie, TimeProvider clock)
{
    /// <param name="trusted">The demo's own people sign in without a password: their devices need no confirmation.</param>
    public async Task<Person> SignInAsync(HttpContext http, Account account, bool trusted, CancellationToken cancellationToken)
    {
        var device = deviceCookie.Ensure(http);
        var now = clock.GetUtcNow();
        var (main, shift) = await database.WriteAsync<(SignInId, SignInId?)>(
            async write =>
            {
                await write.ExecuteAsync("update accounts set failed_count = 0, locked_until_at = null where id = @Id", new { account.Id });
                await trust.SignedInAsync(write, account, device, now, trusted);
                await ledger.AppendAsync(write, new LedgerEvent(LedgerKinds.SignedIn, $"account:{account.Id}") { Subject = $"device:{device}" });
                write.AfterCommit(() => devices.Know(account.Id, device, now));
                return (
                    await signIns.BeginAsync(write, account, device),
                    account.Agent is null ? null : await signIns.BeginShiftAsync(write, account.Id, device));
            },
            cancellationToken);

        var principal = Principal(account, device, main, IdentityConstants.ApplicationScheme);
        await http.SignInAsync(IdentityConstants.ApplicationScheme, principal, Until(now + SignIns.Lifetime));
        if (shift is { } desk)
        {
            await http.SignInAsync(DeskShift.Scheme, Principal(account, device, desk, DeskShift.Scheme), Until(now + DeskShift.Lifetime));
        }

        return Person.From(principal)!;
    }

    /// <summary>Ends this browser's sign-in and its desk shift.</summary>
    public async Task SignOutAsync(HttpContext http, CancellationToken cancellationToken)
    {
        if (Person.From(http.User) is { } person)
        {
            await database.WriteAsync(
                write => ledger.AppendAsync(write, new LedgerEvent(LedgerKinds.SignedOut, $"account:{person.Account}") { Subject = $"device:{person.Device}" }),
                cancellationToken);
            if (Id.TryParse<SignInId>(http.User.FindFirstValue(PersonClaims.SignIn), out var main))
            {
                await signIns.EndAsync(main, AccountChangeKind.SignedOut, cancellationToken);
            }
        }

        await EndShiftAsync(http, cancellationToken);
        await http.SignOutAsync(IdentityConstants.ApplicationScheme);
    }

    public async Task EndShiftAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var desk = await http.AuthenticateAsync(DeskShift.Scheme);
        if (Id.TryParse<SignInId>(desk.Principal?.FindFirstValue(PersonClaims.SignIn), out var shift))
        {
            await signIns.EndAsync(shift, AccountChangeKind.SignedOut, cancellationToken);
        }

        await http.SignOutAsync(DeskShift.Scheme);
    }

    private static AuthenticationProperties Until(DateTimeOffset end) => new() { ExpiresUtc = end, IsPersistent = false, AllowRefresh = false };

    private static ClaimsPrincipal Principal(Account account, DeviceId device, SignInId signIn, string scheme)
    {
        List<Claim> claims =
        [
            new(ClaimTypes.NameIdentifier, account.Id.ToString()),
            new(ClaimTypes.Name, account.UserName),
            new(PersonClaims.Name, account.Name),
            new(PersonClaims.Device, device.ToString()),
            new(PersonClaims.SignIn, signIn.ToString()),
            .. account.Roles.Select(role => new Claim(ClaimTypes.Role, role)),
        ];
        if (account.Agent is { } agent)
        {
            claims.Add(new Claim(PersonClaims.Agent, agent.ToString()));
        }

        return new ClaimsPrincipal(new ClaimsIdentity(claims, scheme, ClaimTypes.Name, ClaimTypes.Role));
    }
}
