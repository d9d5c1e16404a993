using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using QualityHub.Platform;

namespace QualityHub.Access;

/// <summary>
/// What a page's circuit believes about who is signed in. A circuit outlives the cookie that opened it, so the end of the sign-in is told to it:
/// from then on it is nobody's, and every page in it leads to the sign-in page.
/// </summary>
internal sealed class CircuitSession : ServerAuthenticationStateProvider, IDisposable
{
    private static readonly Task<AuthenticationState> Nobody = Task.FromResult(new AuthenticationState(new ClaimsPrincipal(new ClaimsIdentity())));

    private readonly SignIns _signIns;
    private readonly Broadcast<AccountChange>.Subscription _changes;

    public CircuitSession(SignIns signIns, AccountChanges changes)
    {
        _signIns = signIns;
        _changes = changes.Subscribe(capacity: 64);
        _ = FollowAsync();
    }

    public void Dispose() => _changes.Dispose();

    private async Task FollowAsync()
    {
        await foreach (var _ in _changes.ReadAllAsync())
        {
            // Whoever it was about, the question is the same, and asking is a look in a dictionary.
            if (await HasEndedAsync())
            {
                SetAuthenticationState(Nobody);
                return;
            }
        }
    }

    private async Task<bool> HasEndedAsync()
    {
        try
        {
            var user = (await GetAuthenticationStateAsync()).User;
            return Id.TryParse<SignInId>(user.FindFirstValue(PersonClaims.SignIn), out var signIn) && !_signIns.IsLive(signIn);
        }
        catch (InvalidOperationException)
        {
            // Not a circuit, or not yet one: nobody has been told who is here.
            return false;
        }
    }
}
