using QualityHub.Audio;
using QualityHub.Calls;

namespace QualityHub.Listening;

/// <summary>
/// Everyone who listens to one call. Stands at the source: a frame that no gate lets through is not copied, metered or kept.
/// The epoch counts how often something has closed; packets of an older epoch are never sent.
/// </summary>
public sealed class CallListening(LiveCall call, TimeProvider clock, Action<ListeningSession> silenced, Action<CallListening, CallFacts, CallFacts> factsChanged) : ICallTap
{
    private readonly Lock _lock = new();
    private ListeningSession[] _sessions = [];
    private uint _epoch = 1;
    private uint _sequence;

    public LiveCall Call { get; } = call;

    public IReadOnlyList<ListeningSession> Sessions => Volatile.Read(ref _sessions);

    public uint Epoch => Volatile.Read(ref _epoch);

    public void OnFrame(LiveCall call, in AudioFrame frame)
    {
        ListeningPacket? packet = null;
        var epoch = Epoch;
        foreach (var session in Volatile.Read(ref _sessions))
        {
            session.FramesIn++;
            if (session.Ear.ConnectionId is null || !session.Gate.Passes(frame.ReceivedAt))
            {
                continue;
            }

            packet ??= ListeningPacket.Encode(frame, epoch, ++_sequence, ClockInMilliseconds());
            session.FramesPassed++;
            session.Ear.Offer(packet);
        }

        packet?.LetGo();
    }

    public void OnFacts(LiveCall call, CallFacts before, CallFacts now)
    {
        foreach (var session in Volatile.Read(ref _sessions))
        {
            if (session.Gate.OnFacts(now))
            {
                Closed(session);
                silenced(session);
            }
        }

        factsChanged(this, before, now);
    }

    public void Add(ListeningSession session)
    {
        lock (_lock)
        {
            Volatile.Write(ref _sessions, [.. _sessions, session]);
        }

        session.Gate.OnFacts(Call.Facts);
    }

    public void Remove(ListeningSession session)
    {
        lock (_lock)
        {
            Volatile.Write(ref _sessions, [.. _sessions.Where(other => other != session)]);
        }

        UpdateDemand();
    }

    /// <summary>A gate has just closed: what waits is dropped, and the source is told to hold back unless somebody else hears.</summary>
    public void Closed(ListeningSession session)
    {
        Interlocked.Increment(ref _epoch);
        session.Ear.Flush();
        UpdateDemand();
    }

    /// <summary>The source sends only while at least one gate is open.</summary>
    public void UpdateDemand() =>
        Call.UpdateDemand(() => Volatile.Read(ref _sessions).Any(session => session.Ear.ConnectionId is not null && session.Gate.Look().IsOpen));

    private uint ClockInMilliseconds() => (uint)clock.GetUtcNow().ToUnixTimeMilliseconds();
}
