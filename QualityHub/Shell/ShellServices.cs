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
        });
        return builder;
    }

    public static void MapShell(this WebApplication app)
    {
        app.UseRequestLocalization();
        app.UseAntiforgery();
        app.MapStaticAssets();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode();
    }
}
