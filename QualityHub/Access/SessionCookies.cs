using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using QualityHub.Platform;

namespace QualityHub.Access;

/// <summary>The cookies of the main sign-in and of the desk shift: each only names a record of <see cref="SignIns"/>, asked at every request.</summary>
internal static class SessionCookies
{
    public static void Session(CookieAuthenticationOptions options)
    {
        Shared(options, "qh-session");
        options.LoginPath = "/sign-in";
        options.AccessDeniedPath = "/denied";
        options.ReturnUrlParameter = "from";
        options.Events.OnRedirectToLogin = context => AnswerAsync(context, StatusCodes.Status401Unauthorized);
        options.Events.OnRedirectToAccessDenied = context => AnswerAsync(context, StatusCodes.Status403Forbidden);
    }

    public static void Desk(CookieAuthenticationOptions options)
    {
        Shared(options, "qh-desk");
        options.Events.OnRedirectToLogin = context => StatusAsync(context, StatusCodes.Status401Unauthorized);
        options.Events.OnRedirectToAccessDenied = context => StatusAsync(context, StatusCodes.Status403Forbidden);
    }

    private static void Shared(CookieAuthenticationOptions options, string name)
    {
        options.Cookie.Name = name;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = SignIns.Lifetime;
        options.SlidingExpiration = false;
        options.Events.OnValidatePrincipal = context =>
        {
            var signIns = context.HttpContext.RequestServices.GetRequiredService<SignIns>();
            if (!Id.TryParse<SignInId>(context.Principal?.FindFirstValue(PersonClaims.SignIn), out var signIn) || !signIns.IsLive(signIn))
            {
                context.RejectPrincipal();
            }

            return Task.CompletedTask;
        };
    }

    // Only someone who reads pages is sent to the sign-in page; scripts, hubs and outside clients get the bare status.
    private static Task AnswerAsync(Microsoft.AspNetCore.Authentication.RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        if (HttpMethods.IsGet(context.Request.Method) && context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal))
        {
            context.Response.Redirect(context.RedirectUri);
            return Task.CompletedTask;
        }

        return StatusAsync(context, status);
    }

    private static Task StatusAsync(Microsoft.AspNetCore.Authentication.RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
