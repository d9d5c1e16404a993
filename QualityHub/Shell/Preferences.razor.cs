using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace QualityHub.Shell;

/// <summary>Language and appearance, for whoever looks. Both are cookies; neither needs an account.</summary>
public sealed partial class Preferences
{
    private static readonly (string Theme, string Icon, string Word)[] Themes =
    [
        ("light", Icons.Material.Outlined.LightMode, "ThemeLight"),
        ("dark", Icons.Material.Outlined.DarkMode, "ThemeDark"),
        ("system", Icons.Material.Outlined.Contrast, "ThemeSystem"),
    ];

    [Inject] public required IStringLocalizer<ShellWords> Words { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    private string Back => "/" + Navigation.ToBaseRelativePath(Navigation.Uri);

    public void Dispose() => Navigation.LocationChanged -= Moved;

    protected override void OnInitialized() => Navigation.LocationChanged += Moved;

    private static string IsNow(string language) =>
        CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == language ? "true" : "false";

    private void Moved(object? sender, LocationChangedEventArgs moved) => _ = InvokeAsync(StateHasChanged);
}
