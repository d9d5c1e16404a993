using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace QualityHub.Ledger;

/// <summary>How entries are joined: SHA-256 over the hash before and the entry's canonical bytes. The format is in docs/contracts.md.</summary>
public static class LedgerChain
{
    /// <summary>What the first entry follows.</summary>
    public const string Beginning = "0000000000000000000000000000000000000000000000000000000000000000";

    public static string HashOf(LedgerEntry entry) => HashOf(entry, entry.Sequence, entry.Previous);

    internal static string HashOf(LedgerEntry entry, long sequence, string previous)
    {
        var text = new StringBuilder();
        Field(text, previous);
        Field(text, sequence.ToString(CultureInfo.InvariantCulture));
        Field(text, entry.HappenedAt);
        Field(text, entry.Day);
        Field(text, entry.Kind);
        Field(text, entry.Actor);
        Field(text, entry.Subject);
        Field(text, entry.Purpose);
        Field(text, entry.Result);
        Field(text, entry.Facts);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    // The length comes first, so that no text can pass for two fields, and an absent field differs from an empty one.
    private static void Field(StringBuilder text, string? value)
    {
        if (value is null)
        {
            text.Append("-\n");
            return;
        }

        text.Append(CultureInfo.InvariantCulture, $"{Encoding.UTF8.GetByteCount(value)}:").Append(value).Append('\n');
    }
}
