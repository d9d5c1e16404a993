namespace QualityHub.Ledger;

/// <summary>One line of the trail as it is stored. Texts are kept raw, because the hash is over the stored text and nothing else.</summary>
public sealed record LedgerEntry
{
    public long Sequence { get; init; }

    /// <summary>UTC, <c>yyyy-MM-ddTHH:mm:ss.fffffffZ</c>. May go back when the clock was set; the order is the sequence's.</summary>
    public string HappenedAt { get; init; } = string.Empty;

    /// <summary>The ledger's day, <c>yyyy-MM-dd</c>: the latest UTC day seen so far, so that a clock set back never reopens a sealed day.</summary>
    public string Day { get; init; } = string.Empty;

    public string Kind { get; init; } = string.Empty;

    public string Actor { get; init; } = string.Empty;

    public string? Subject { get; init; }

    public string? Purpose { get; init; }

    public string Result { get; init; } = string.Empty;

    /// <summary>A JSON object of texts, keys in ordinal order.</summary>
    public string Facts { get; init; } = string.Empty;

    /// <summary>The hash of the entry before, 64 zeros for the first.</summary>
    public string Previous { get; init; } = string.Empty;

    public string Hash { get; init; } = string.Empty;
}
