using System.Globalization;

namespace QualityHub.Platform.Ui;

/// <summary>Times and durations as they are spoken: 14:03, 3 min 12 s.</summary>
public static class Spoken
{
    private static readonly TimeZoneInfo House = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    public static string Duration(TimeSpan span)
    {
        var whole = span < TimeSpan.Zero ? TimeSpan.Zero : span;
        return whole.TotalHours >= 1
            ? string.Create(CultureInfo.InvariantCulture, $"{(int)whole.TotalHours} h {whole.Minutes:00} min")
            : string.Create(CultureInfo.InvariantCulture, $"{whole.Minutes} min {whole.Seconds:00} s");
    }

    /// <summary>The wall clock of the house; the page corrects it where the reader's browser lives in another zone.</summary>
    public static string Clock(DateTimeOffset at) =>
        TimeZoneInfo.ConvertTime(at, House).ToString("HH:mm", CultureInfo.InvariantCulture);

    public static string Day(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, House).ToString("d", CultureInfo.CurrentCulture);
}
