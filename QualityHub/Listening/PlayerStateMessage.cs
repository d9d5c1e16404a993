using MessagePack;

namespace QualityHub.Listening;

/// <summary>What the listener's page is told: waiting, live, silent or ended, and why where a supervisor may know.</summary>
[MessagePackObject(keyAsPropertyName: true)]
public sealed record PlayerStateMessage
{
    public required string state { get; init; }

    public string? why { get; init; }

    public required uint epoch { get; init; }

    public required string since { get; init; }

    public static PlayerStateMessage Of(ListeningSession session, uint epoch)
    {
        var view = session.Gate.Look();
        var (state, why) = session.Cause is { } cause ? ("ended", Shown(cause))
            : view.IsOpen ? ("live", null)
            : view.Facts.InPayment || view.Facts.PausedAtSource ? ("silent", "payment")
            : view.Facts.OnHold ? ("silent", "hold")
            : session.LiveAt is null ? ("waiting", "banner")
            : ("silent", "banner");
        return new PlayerStateMessage
        {
            state = state,
            why = why,
            epoch = epoch,
            since = (session.LiveAt ?? session.RequestedAt).ToString("O", System.Globalization.CultureInfo.InvariantCulture),
        };
    }

    private static string? Shown(EndCause cause) => cause switch
    {
        EndCause.HangUp => "hang_up",
        EndCause.TimeLimit => "time_limit",
        EndCause.LeftByListener => "left",
        _ => null,
    };
}

/// <summary>The answer to Join.</summary>
[MessagePackObject(keyAsPropertyName: true)]
public sealed record JoinAnswer
{
    public required bool accepted { get; init; }

    public string? code { get; init; }

    public uint epoch { get; init; }
}
