using System.Globalization;
using System.Resources;

namespace QualityHub.Ledger;

/// <summary>A verdict in words, for the page and the command line alike, in the current language.</summary>
public static class LedgerSentences
{
    private static readonly ResourceManager Words = new(typeof(LedgerWords));

    public static IReadOnlyList<string> Of(LedgerVerdict verdict)
    {
        var sentences = new List<string>
        {
            verdict.Fault is { } fault ? Say(fault.ToString(), verdict.FirstBad!) : Say("Sound", verdict.Entries, verdict.Seals),
        };
        if (verdict.ForgedAnchors > 0)
        {
            sentences.Add(Say("ForgedAnchor", verdict.ForgedAnchors));
        }

        sentences.Add(verdict.AnchoredTo > 0 ? Say("Anchored", verdict.AnchoredTo) : Say("NoAnchor"));
        if (!verdict.SignaturesChecked)
        {
            sentences.Add(Say("NoKey"));
        }

        return sentences;
    }

    private static string Say(string key, params object[] values) =>
        string.Format(CultureInfo.CurrentCulture, Words.GetString(key, CultureInfo.CurrentUICulture) ?? key, values);
}
