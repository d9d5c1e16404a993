namespace QualityHub.Listening;

/// <summary>Everything one tab must show, whole, whenever anything of it changes. The field names are the wire's (docs/contracts.md).</summary>
public sealed record BannerState
{
    public required int Revision { get; init; }

    public required string StopToken { get; init; }

    public required bool Ready { get; init; }

    public required bool MustConfirm { get; init; }

    public BannerCall? Call { get; init; }

    public required IReadOnlyList<BannerSession> Sessions { get; init; }

    public BannerEnd? Ended { get; init; }
}

public sealed record BannerCall(string Queue, DateTimeOffset Since, string State);

/// <param name="Heard">waiting, live, hold or payment.</param>
/// <param name="Nonces">By surface id: what that surface sends to acknowledge, until it has.</param>
public sealed record BannerSession(
    string Id, string Listener, string Purpose, DateTimeOffset Since, string Heard, IReadOnlyDictionary<string, string> Nonces);

public sealed record BannerEnd(DateTimeOffset At, bool ByAgent);

public sealed record BannerPing(string Nonce);
