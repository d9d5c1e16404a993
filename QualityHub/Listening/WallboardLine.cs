using QualityHub.Calls;
using QualityHub.Platform;

namespace QualityHub.Listening;

/// <summary>What a supervisor reads of one agent's line. Nothing in it tells one personal cause of "not now" from another.</summary>
public sealed record WallboardLine
{
    public required AgentId Agent { get; init; }

    public required string Name { get; init; }

    public string? Team { get; init; }

    public string? Queue { get; init; }

    /// <summary>The call going on, or null when the line is free.</summary>
    public CallId? Call { get; init; }

    public CallState State { get; init; }

    /// <summary>Since when the line is in a call (or, free, since when it is free where known). UTC.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>A banner surface of this agent is open, visible and answering right now.</summary>
    public bool BannerReady { get; init; }

    /// <summary>The desk behind the banner is a simulated one of the demo.</summary>
    public bool Simulated { get; init; }

    /// <summary>Names of the people who listen to this call now.</summary>
    public IReadOnlyList<string> Listeners { get; init; } = [];

    /// <summary>My own session on this call, when I have one: pressing leads there.</summary>
    public ListeningSessionId? Mine { get; init; }

    /// <summary>Whether pressing "Écouter" now has a chance. When not, <see cref="WhyNot"/> is the key of one neutral sentence in ListeningWords.</summary>
    public bool CanListen { get; init; }

    public string? WhyNot { get; init; }
}
