namespace QualityHub.Listening;

/// <summary>One place in a browser where an agent's banner can be drawn: a page, or the window popped out of it.</summary>
public sealed class DeskSurface(string id, string kind)
{
    public string Id { get; } = id;

    public string Kind { get; } = kind;

    /// <summary>Monotonic time of the last proof that the banner element is drawn on a visible surface; null when hidden or never seen.</summary>
    public long? SeenAt { get; set; }

    /// <summary>The start-of-shift check was done here.</summary>
    public bool Checked { get; set; }

    public string? CheckNonce { get; set; }

    /// <summary>What this surface must send back to acknowledge a session: once, and nowhere else.</summary>
    public Dictionary<ListeningSessionId, string> Nonces { get; } = [];

    public HashSet<ListeningSessionId> Acknowledged { get; } = [];

    public HashSet<string> AnsweredPings { get; } = [];
}
