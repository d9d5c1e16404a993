namespace QualityHub.Listening;

/// <summary>Why a listening session ended. Only the first three may ever be told apart by a supervisor.</summary>
public enum EndCause
{
    HangUp,
    TimeLimit,
    LeftByListener,

    StoppedByAgent,
    CallerRefused,
    PrivateCall,
    Transferred,
    UnknownAgent,
    BannerLost,
    Interrupted,
    AccountRevoked,
    MediaLost,
    PaymentTooLong,
    CampaignEnded,
}

public static class EndCauses
{
    /// <summary>Everything else is "Écoute terminée" to a supervisor: one word for all, so that nobody can tell a stop from a lost banner.</summary>
    public static bool IsShown(this EndCause cause) =>
        cause is EndCause.HangUp or EndCause.TimeLimit or EndCause.LeftByListener;

    /// <summary>After these the call can never be captured again, by anyone.</summary>
    public static bool ClosesTheCall(this EndCause cause) =>
        cause is EndCause.StoppedByAgent or EndCause.CallerRefused or EndCause.PrivateCall or EndCause.Interrupted or EndCause.BannerLost;
}
