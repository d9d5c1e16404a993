using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using QualityHub.Platform;

namespace QualityHub.Access;

/// <summary>Who is asking, in a page's circuit or a request; null for nobody, and for somebody whose sign-in has ended since.</summary>
public sealed class CurrentPerson(AuthenticationStateProvider authentication, IHttpContextAccessor http, SignIns signIns)
{
    public async Task<Person?> GetAsync()
    {
        var user = await UserAsync();
        return Id.TryParse<SignInId>(user?.FindFirstValue(PersonClaims.SignIn), out var signIn) && signIns.IsLive(signIn) ? Person.From(user) : null;
    }

    private async Task<ClaimsPrincipal?> UserAsync()
    {
        try
        {
            return (await authentication.GetAuthenticationStateAsync()).User;
        }
        catch (InvalidOperationException)
        {
            // Outside Blazor nobody has told the provider who is here.
            return http.HttpContext?.User;
        }
    }
}
