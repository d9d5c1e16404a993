using MudBlazor;

namespace QualityHub.Platform.Ui;

/// <summary>
/// The look, once. Amber is missing here on purpose: it means "someone is being heard" and belongs to the listening parts alone
/// (see tokens.css), so the kit's own warning colour is a neutral.
/// </summary>
public static class QualityHubTheme
{
    private static readonly string[] Font = ["Inter Variable", "system-ui", "sans-serif"];

    public static MudTheme Light { get; } = Make(":root");

    /// <summary>The dark palette under its own selector: the browser decides before the first paint, so nothing flashes.</summary>
    public static MudTheme Dark { get; } = Make(":root[data-dark]");

    private static MudTheme Make(string scope) => new()
    {
        PseudoCss = new PseudoCss { Scope = scope },
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "8px" },
        Typography = Type(),
        PaletteLight = new PaletteLight
        {
            Primary = "#0F5C6E",
            Secondary = "#3F5560",
            Tertiary = "#3F5560",
            Info = "#0F5C6E",
            Success = "#15703C",
            Warning = "#4A5A63",
            Error = "#B3261E",
            Background = "#F6F8F9",
            BackgroundGray = "#EDF1F3",
            Surface = "#FFFFFF",
            AppbarBackground = "#FFFFFF",
            AppbarText = "#17262D",
            DrawerBackground = "#FFFFFF",
            DrawerText = "#2B3C44",
            DrawerIcon = "#4A5A63",
            TextPrimary = "#17262D",
            TextSecondary = "#4A5A63",
            TextDisabled = "#6B7A82",
            ActionDefault = "#4A5A63",
            Divider = "#D9E0E4",
            DividerLight = "#E7ECEF",
            LinesDefault = "#D9E0E4",
            LinesInputs = "#7B8A92",
            TableLines = "#E1E7EA",
        },
        PaletteDark = new PaletteDark
        {
            Primary = "#67C4D6",
            PrimaryContrastText = "#06222A",
            Secondary = "#A9BAC2",
            Tertiary = "#A9BAC2",
            Info = "#67C4D6",
            Success = "#6CCB93",
            Warning = "#A9BAC2",
            Error = "#F2998F",
            ErrorContrastText = "#3A0A06",
            SuccessContrastText = "#062A15",
            Background = "#10181C",
            BackgroundGray = "#0C1316",
            Surface = "#172126",
            AppbarBackground = "#172126",
            AppbarText = "#E6EDF0",
            DrawerBackground = "#172126",
            DrawerText = "#CBD6DB",
            DrawerIcon = "#A9BAC2",
            TextPrimary = "#E6EDF0",
            TextSecondary = "#A9BAC2",
            TextDisabled = "#84949C",
            ActionDefault = "#A9BAC2",
            Divider = "#2C393F",
            DividerLight = "#243036",
            LinesDefault = "#2C393F",
            LinesInputs = "#788890",
            TableLines = "#263238",
        },
    };

    private static Typography Type() => new()
    {
        Default = new DefaultTypography { FontFamily = Font, FontSize = "1rem", LineHeight = "1.5", LetterSpacing = "normal" },
        H1 = new H1Typography { FontFamily = Font, FontSize = "1.5rem", FontWeight = "650", LineHeight = "1.25", LetterSpacing = "-0.01em" },
        H2 = new H2Typography { FontFamily = Font, FontSize = "1.125rem", FontWeight = "600", LineHeight = "1.35", LetterSpacing = "normal" },
        H3 = new H3Typography { FontFamily = Font, FontSize = "1rem", FontWeight = "600", LineHeight = "1.4", LetterSpacing = "normal" },
        Body1 = new Body1Typography { FontFamily = Font, FontSize = "1rem", LineHeight = "1.5", LetterSpacing = "normal" },
        Body2 = new Body2Typography { FontFamily = Font, FontSize = "0.875rem", LineHeight = "1.45", LetterSpacing = "normal" },
        Button = new ButtonTypography { FontFamily = Font, FontSize = "0.9375rem", FontWeight = "600", TextTransform = "none", LetterSpacing = "normal" },
    };
}
