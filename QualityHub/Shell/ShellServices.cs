using System.Globalization;
using Microsoft.AspNetCore.Localization;
using MudBlazor.Services;

namespace QualityHub.Shell;

public static class ShellServices
{
    public static IHostApplicationBuilder AddShell(this IHostApplicationBuilder builder)
    {
        builder.Services.AddMudServices();
        builder.Services.AddRazorComponents().AddInteractiveServerComponents();
        builder.Services.AddCascadingAuthenticationState();
        builder.Services.Configure<RequestLocalizationOptions>(options =>
        {
            CultureInfo[] cultures = [new("fr-FR"), new("en-GB")];
            options.DefaultRequestCulture = new RequestCulture("fr-FR");
            options.SupportedCultures = cultures;
            options.SupportedUICultures = cultures;
            // A browser that asks for plain "fr" or "en" means ours.
            options.RequestCultureProviders = [new CookieRequestCultureProvider(), new BrowserLanguage()];
        });
        return builder;
    }

    public static void MapShell(this WebApplication app)
    {
        app.UseRequestLocalization();
        if (!app.Environment.IsDevelopment())
        {
            app.UseExceptionHandler("/error", createScopeForErrors: true);
        }

        // Only a person's browser gets the page in words; telephones and hubs keep their bare answers.
        app.UseWhen(
            context => HttpMethods.IsGet(context.Request.Method) && context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal),
            pages => pages.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true));
        app.UseAntiforgery();
        app.MapStaticAssets().AllowAnonymous();
        app.MapCulture();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);
    }
}
