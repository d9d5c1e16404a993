using QualityHub.Access;
using QualityHub.Calls;
using QualityHub.Campaigns;
using QualityHub.Evaluations;

namespace QualityHub.Listening;

/// <summary>One named person hearing one call, from the asking to the end. It never goes on to another call.</summary>
public sealed class ListeningSession
{
    public ListeningSession(ListeningSessionId id, LiveCall call, Person listener, Campaign campaign, DateTimeOffset requestedAt, ListeningGate gate, Func<uint> epoch)
    {
        (Id, Call, Listener, Campaign, RequestedAt, Gate) = (id, call, listener, campaign, requestedAt, gate);
        Ear = new Ear(gate, epoch);
    }

    public ListeningSessionId Id { get; }

    public LiveCall Call { get; }

    public Person Listener { get; }

    public Campaign Campaign { get; }

    public DateTimeOffset RequestedAt { get; }

    public ListeningGate Gate { get; }

    public Ear Ear { get; }

    /// <summary>The row and its ledger entry are on disk: only then may a banner be shown and a gate opened.</summary>
    public bool IsRecorded { get; set; }

    /// <summary>Since when the listener can hear, the first time; what the banner says.</summary>
    public DateTimeOffset? LiveAt { get; set; }

    /// <summary>Set once, by whichever end came first.</summary>
    public EndCause? Cause => _cause < 0 ? null : (EndCause)_cause;

    /// <summary>Monotonic time at which the banner was last seen, or the session asked for; 20 s without it end the session.</summary>
    public long BannerSeenAt { get; set; }

    public long? PaymentSince { get; set; }

    /// <summary>Since when nobody is at the listener's end; null while a page is joined. Monotonic.</summary>
    public long? EarLostAt { get; set; }

    public EvaluationId? Evaluation { get; set; }

    public long CountedAt { get; set; }

    /// <summary>What is written of this session, in order.</summary>
    public SerialWork Trail { get; } = new();

    public long FramesIn;

    public long FramesPassed;

    private int _cause = -1;

    /// <summary>True for the one caller who ends it.</summary>
    public bool TryEnd(EndCause cause) => Interlocked.CompareExchange(ref _cause, (int)cause, -1) == -1;
}
