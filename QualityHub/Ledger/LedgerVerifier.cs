using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;

namespace QualityHub.Ledger;

/// <summary>Checks the chain, its numbers, its seals and what an anchor remembers, and stops at the first bad entry.</summary>
public static class LedgerVerifier
{
    /// <param name="entries">The whole trail in the order of its numbers.</param>
    /// <param name="anchors">Heads or receipts kept elsewhere. Unsigned ones are counted as forged when a key is given.</param>
    /// <param name="publicKey">The ledger's public key from a trusted place; null compares without verifying signatures.</param>
    public static LedgerVerdict Verify(IEnumerable<LedgerEntry> entries, IReadOnlyCollection<LedgerHead> anchors, ECDsa? publicKey)
    {
        var trusted = anchors.Where(anchor => publicKey is null || anchor.IsSignedBy(publicKey)).ToArray();
        var known = trusted.ToLookup(anchor => anchor.Sequence, anchor => anchor.Hash);
        var anchoredTo = trusted.Length == 0 ? 0 : trusted.Max(anchor => anchor.Sequence);
        var forged = anchors.Count - trusted.Length;
        LedgerEntry? before = null;
        long count = 0, ofDay = 0;
        var seals = 0;

        foreach (var entry in entries)
        {
            var expected = count + 1;
            if (entry.Sequence != expected)
            {
                return Bad(Math.Min(expected, entry.Sequence), entry.Sequence > expected ? LedgerFault.Missing : LedgerFault.Inserted);
            }

            if ((FaultOf(entry, before) ?? SealFault(entry, before, ofDay, publicKey)) is { } fault)
            {
                return Bad(expected, fault);
            }

            if (known[expected].Any(hash => hash != entry.Hash))
            {
                return Bad(expected, LedgerFault.Rewritten);
            }

            seals += entry.Kind == LedgerKinds.Sealed ? 1 : 0;
            ofDay = before?.Day == entry.Day ? ofDay + 1 : 1;
            count = expected;
            before = entry;
        }

        return count < anchoredTo ? Bad(count + 1, LedgerFault.Truncated) : new(count, seals, null, null, anchoredTo, publicKey is not null, forged);

        LedgerVerdict Bad(long sequence, LedgerFault fault) =>
            new(count, seals, sequence, fault, anchoredTo, publicKey is not null, forged);
    }

    private static LedgerFault? FaultOf(LedgerEntry entry, LedgerEntry? before)
    {
        if (LedgerChain.HashOf(entry) != entry.Hash)
        {
            return BelongsElsewhere(entry) ? LedgerFault.Reordered : LedgerFault.Altered;
        }

        return entry.Previous == (before?.Hash ?? LedgerChain.Beginning) ? null : LedgerFault.Inserted;
    }

    // The hash covers the number, so that a genuine entry under a wrong number is found by trying its neighbours.
    private static bool BelongsElsewhere(LedgerEntry entry)
    {
        const int Reach = 1_000;
        for (var other = Math.Max(1, entry.Sequence - Reach); other <= entry.Sequence + Reach; other++)
        {
            if (other != entry.Sequence && LedgerChain.HashOf(entry, other, entry.Previous) == entry.Hash)
            {
                return true;
            }
        }

        return false;
    }

    private static LedgerFault? SealFault(LedgerEntry entry, LedgerEntry? before, long ofDay, ECDsa? publicKey)
    {
        var newDay = before is not null && before.Day != entry.Day;
        if (newDay != (entry.Kind == LedgerKinds.Sealed))
        {
            return LedgerFault.BadSeal;
        }

        if (!newDay)
        {
            return null;
        }

        var facts = JsonSerializer.Deserialize<Dictionary<string, string>>(entry.Facts) ?? [];
        if (entry.Subject != $"day:{before!.Day}"
            || facts.GetValueOrDefault("count") != ofDay.ToString(CultureInfo.InvariantCulture)
            || string.CompareOrdinal(entry.Day, before.Day) < 0)
        {
            return LedgerFault.BadSeal;
        }

        // Signed with a key outside the database: a chain rewritten by someone without the key stops here.
        if (publicKey is null)
        {
            return null;
        }

        return LedgerHead.TryParse(facts.GetValueOrDefault("head") ?? string.Empty, out var head)
            && head.Sequence == before.Sequence && head.Hash == before.Hash && head.At == before.Day && head.IsSignedBy(publicKey)
                ? null
                : LedgerFault.BadSignature;
    }
}
