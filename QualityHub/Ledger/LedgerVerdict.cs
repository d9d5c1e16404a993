namespace QualityHub.Ledger;

/// <summary>What is wrong with the first bad entry.</summary>
public enum LedgerFault
{
    /// <summary>The stored text no longer gives the stored hash.</summary>
    Altered,

    /// <summary>The entry was taken away; the number is of the first one missing.</summary>
    Missing,

    /// <summary>The entry is genuine but belongs under another number.</summary>
    Reordered,

    /// <summary>The entry is whole in itself but does not follow the one before: one of the two was put there later.</summary>
    Inserted,

    /// <summary>A day was not sealed, or its seal says something else than the entries.</summary>
    BadSeal,

    /// <summary>The seal was not signed with the ledger's key.</summary>
    BadSignature,

    /// <summary>The anchor knew another hash for this entry: the chain was rewritten.</summary>
    Rewritten,

    /// <summary>The anchor knows entries after this one; the tail was cut off.</summary>
    Truncated,
}

/// <summary>What the verifier found, and what it could lean on.</summary>
/// <param name="FirstBad">The number of the first bad entry, or null when there is none.</param>
/// <param name="AnchoredTo">The last entry a trusted anchor vouches for; 0 without an anchor.</param>
/// <param name="SignaturesChecked">False without a public key: seals were then compared but their signatures not verified.</param>
/// <param name="ForgedAnchors">Lines of the anchor that the ledger's key did not sign; they were not used.</param>
public sealed record LedgerVerdict(
    long Entries, int Seals, long? FirstBad, LedgerFault? Fault, long AnchoredTo, bool SignaturesChecked, int ForgedAnchors)
{
    public bool Sound => Fault is null && ForgedAnchors == 0;
}
