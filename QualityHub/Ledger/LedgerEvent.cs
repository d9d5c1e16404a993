namespace QualityHub.Ledger;

/// <summary>
/// One thing that happened, for the trail: pseudonymous ids only, never a name, a number, a score, a comment or audio.
/// </summary>
/// <param name="Kind">What happened, from <see cref="LedgerKinds"/>.</param>
/// <param name="Actor">Who did it: <c>account:…</c>, <c>agent:…</c>, <c>connector:…</c> or <c>system</c>.</param>
public sealed record LedgerEvent(string Kind, string Actor)
{
    public const string System = "system";

    /// <summary>What it was done to, written like <see cref="Actor"/>: <c>session:…</c>, <c>call:…</c>, <c>evaluation:…</c>, <c>account:…</c>.</summary>
    public string? Subject { get; init; }

    /// <summary>One of the closed list of purposes, where the act belongs to one.</summary>
    public string? Purpose { get; init; }

    /// <summary><c>ok</c>, or the code of the refusal or the cause.</summary>
    public string Result { get; init; } = "ok";

    /// <summary>Further ids and counts, written to the trail in the order of their keys.</summary>
    public IReadOnlyDictionary<string, string> Facts { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
