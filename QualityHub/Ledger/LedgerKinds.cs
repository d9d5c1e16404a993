namespace QualityHub.Ledger;

/// <summary>Everything the trail can say. A kind, once used, keeps its meaning for ever.</summary>
public static class LedgerKinds
{
    public const string SessionRequested = "session.requested";
    public const string SessionRefused = "session.refused";
    public const string SessionAnnounced = "session.announced";

    /// <summary>The gate opens: written before the first frame of the interval may pass.</summary>
    public const string SessionLive = "session.live";

    /// <summary>The gate has closed for the time being; the interval that <see cref="SessionLive"/> began is over.</summary>
    public const string SessionSilent = "session.silent";
    public const string SessionEnded = "session.ended";
    public const string SessionCounted = "session.counted";

    public const string EvaluationStarted = "evaluation.started";
    public const string AnswerSaved = "evaluation.answer_saved";
    public const string EvaluationSubmitted = "evaluation.submitted";
    public const string EvaluationErased = "evaluation.erased";

    public const string SignedIn = "access.signed_in";
    public const string SignInRefused = "access.sign_in_refused";
    public const string SignedOut = "access.signed_out";
    public const string RolesChanged = "access.roles_changed";
    public const string AccountChanged = "access.account_changed";
    public const string PasswordReset = "access.password_reset";
    public const string DeviceConfirmed = "access.device_confirmed";
    public const string NewDevice = "access.new_device";

    public const string ConnectorChanged = "connector.changed";
    public const string AgentChanged = "agent.changed";
    public const string CallClosed = "call.closed";
    public const string LedgerRead = "ledger.read";
    public const string Sealed = "ledger.sealed";
}
