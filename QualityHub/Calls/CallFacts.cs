using System.Collections.Immutable;
using QualityHub.Platform;

namespace QualityHub.Calls;

/// <summary>What is known of a call at one instant, as a value: whoever holds it sees one consistent moment.</summary>
public sealed record CallFacts
{
    public static CallFacts AtStart { get; } = new();

    /// <summary>The agents connected now. Empty until the telephone system named one.</summary>
    public ImmutableArray<AgentId> Agents { get; init; } = [];

    /// <summary>Somebody is connected whom QualityHub does not know: nobody can be shown a banner, so nobody can listen.</summary>
    public bool HasUnknownAgent { get; init; }

    public bool AnnouncementStarted { get; init; }

    /// <summary>The announcement was played to its end, or the agent said the words.</summary>
    public bool CallerInformed { get; init; }

    public bool CallerRefused { get; init; }

    public bool OnHold { get; init; }

    public bool InPayment { get; init; }

    /// <summary>The telephone system itself holds the audio back (AudioHook's secure pause).</summary>
    public bool PausedAtSource { get; init; }

    public bool Private { get; init; }

    public bool Transferred { get; init; }

    public bool Ended { get; init; }

    /// <summary>Stopped, or once cut in a way that forbids capturing it again, by anyone.</summary>
    public bool Closed { get; init; }

    /// <summary>Whether audio may be heard as far as the call itself can say; the banner and the listener are another matter.</summary>
    public bool PermitsAudio =>
        IsCapturable && CallerInformed && !OnHold && !InPayment && !PausedAtSource;

    /// <summary>Whether a listening of this call may exist at all, be it silent for the moment.</summary>
    public bool IsCapturable =>
        !Ended && !Closed && !Private && !CallerRefused && !Transferred && !HasUnknownAgent && !Agents.IsEmpty;

    public CallState State =>
        Ended ? CallState.WrapUp
        : InPayment || PausedAtSource ? CallState.Payment
        : OnHold ? CallState.Hold
        : AnnouncementStarted && !CallerInformed ? CallState.Announcement
        : CallState.Talking;
}

/// <summary>What the wallboard says of an agent's line.</summary>
public enum CallState
{
    Free,
    Announcement,
    Talking,
    Hold,
    Payment,
    WrapUp,
}
