using Microsoft.AspNetCore.Localization;

namespace QualityHub.Shell;

/// <summary>The language switch: keeps the choice in a cookie and goes back to where it was pressed.</summary>
public static class CultureEndpoint
{
    public static void MapCulture(this IEndpointRouteBuilder app) =>
        app.MapGet("/culture", (HttpContext http, string? to, string? back) =>
        {
            var culture = to == "en" ? "en-GB" : "fr-FR";
            http.Response.Cookies.Append(
                CookieRequestCultureProvider.DefaultCookieName,
                CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(culture)),
                new CookieOptions { MaxAge = TimeSpan.FromDays(365), IsEssential = true, SameSite = SameSiteMode.Lax, HttpOnly = true });
            return Results.LocalRedirect(IsOurs(back) ? back! : "/");
        }).AllowAnonymous();

    private static bool IsOurs(string? back) =>
        back is ['/'] || (back is ['/', not ('/' or '\\'), ..] && !back.Any(char.IsControl));
}
