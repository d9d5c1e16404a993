namespace QualityHub.Desk;

/// <summary>One listening as its agent may read it, cause and own stops included. Nobody but the agent and the data-protection officer sees these.</summary>
public sealed record ListenedTo
{
    /// <summary>Null when the account is gone.</summary>
    public string? Listener { get; init; }

    /// <summary>training, evaluation or service_quality.</summary>
    public required string Purpose { get; init; }

    public DateTimeOffset LiveAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>A name of <see cref="Listening.EndCause"/>; null while it goes on.</summary>
    public string? Cause { get; init; }

    public TimeSpan? Length => EndedAt - LiveAt;
}
