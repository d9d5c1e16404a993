using QualityHub.Access;
using QualityHub.Calls;
using QualityHub.Platform;

namespace QualityHub.Listening;

/// <summary>
/// What the listening pages ask of the room behind them. Every call names who asks: another person's session does not exist.
/// Subscribe to <see cref="Changes"/> first, look second.
/// </summary>
public interface ILiveBoard
{
    /// <summary>Something on the board, or in a session, may have changed.</summary>
    Broadcast<Done> Changes { get; }

    IReadOnlyList<WallboardLine> LinesFor(Person person);

    Task<Outcome<ListeningSessionId>> StartAsync(Person person, CallId call, CancellationToken cancellationToken);

    Task<Outcome<Done>> LeaveAsync(Person person, ListeningSessionId session, CancellationToken cancellationToken);

    /// <summary>This person's own session, running or just ended; null for any other.</summary>
    ListeningView? Find(Person person, ListeningSessionId session);

    /// <summary>The session this person has running, if any.</summary>
    ListeningView? RunningOf(Person person);
}

/// <summary>One session as its listener may see it.</summary>
public sealed record ListeningView
{
    public required ListeningSessionId Id { get; init; }

    public required string AgentName { get; init; }

    /// <summary>Since when there is sound; null while the banner is awaited. UTC.</summary>
    public DateTimeOffset? LiveAt { get; init; }

    public bool Ended { get; init; }

    /// <summary>Set only for the causes a supervisor may tell apart; an ended session without one is just "Écoute terminée".</summary>
    public EndCause? Shown { get; init; }

    /// <summary>The sheet that was opened with the first sound; null before it, and null again once erased.</summary>
    public Guid? Evaluation { get; init; }
}
