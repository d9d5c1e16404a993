using Microsoft.AspNetCore.Localization;

namespace QualityHub.Shell;

/// <summary>The browser's first language that we speak decides; French when it names none of ours.</summary>
public sealed class BrowserLanguage : RequestCultureProvider
{
    public override Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext)
    {
        var spoken = httpContext.Request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(language => language.Quality ?? 1)
            .Select(language => language.Value.ToString())
            .FirstOrDefault(language => Speaks(language, "fr") || Speaks(language, "en"));
        var culture = spoken is null ? null : Speaks(spoken, "en") ? "en-GB" : "fr-FR";
        return Task.FromResult(culture is null ? null : new ProviderCultureResult(culture));
    }

    private static bool Speaks(string language, string ours) =>
        language.Equals(ours, StringComparison.OrdinalIgnoreCase) || language.StartsWith(ours + "-", StringComparison.OrdinalIgnoreCase);
}
