using System.Collections.Concurrent;
using QualityHub.Access;
using QualityHub.Calls;
using QualityHub.Platform;

namespace QualityHub.Listening;

/// <summary>
/// Every listening session going on now. Whatever ends or silences one: the gate closes first, then the ledger is written, then the
/// screens are told. Opening is the other way round: the ledger first.
/// </summary>
public sealed partial class ListeningSessions(
    TimeProvider clock, ListeningStore store, ClosedCalls closedCalls, ListeningScreens screens, ILogger<ListeningSessions> logger) : ICallTapSource
{
    private readonly ConcurrentDictionary<ListeningSessionId, ListeningSession> _open = new();
    private readonly ConcurrentDictionary<AccountId, ListeningSession> _byListener = new();
    private readonly ConcurrentDictionary<CallId, CallListening> _calls = new();

    /// <summary>A session began, changed or ended. Subscribe first, look second.</summary>
    public Broadcast<ListeningSession> Changes { get; } = new();

    public IEnumerable<ListeningSession> Open => _open.Values;

    public ListeningSession? Find(ListeningSessionId id) => _open.GetValueOrDefault(id);

    public ListeningSession? OfListener(AccountId account) => _byListener.GetValueOrDefault(account);

    public IEnumerable<ListeningSession> OfAgent(AgentId agent) =>
        _open.Values.Where(session => session.IsRecorded && session.Call.Facts.Agents.Contains(agent));

    public IReadOnlyList<ListeningSession> OfCall(CallId call) =>
        _calls.TryGetValue(call, out var listening) ? listening.Sessions : [];

    ICallTap ICallTapSource.TapFor(LiveCall call) =>
        _calls.GetOrAdd(call.Id, _ => new CallListening(call, clock, WriteSilence, OnFacts));

    internal uint EpochOf(CallId call) => _calls.TryGetValue(call, out var listening) ? listening.Epoch : 0;

    /// <summary>Takes the listener's one place. Answers false when this account already has a session.</summary>
    internal bool TryReserve(ListeningSession session)
    {
        if (!_byListener.TryAdd(session.Listener.Account, session))
        {
            return false;
        }

        session.BannerSeenAt = clock.GetTimestamp();
        session.EarLostAt = clock.GetTimestamp();
        session.CountedAt = clock.GetTimestamp();
        _open[session.Id] = session;
        _calls[session.Call.Id].Add(session);
        return true;
    }

    /// <summary>The request is on disk: the banner may be shown.</summary>
    internal void Announce(ListeningSession session)
    {
        session.IsRecorded = true;
        Tell(session);
    }

    /// <summary>Opens the gate if everything but the ledger says yes: writes, then opens. Returns at once.</summary>
    public void TryOpen(ListeningSession session)
    {
        if (session.IsRecorded && session.Gate.TryBeginOpening() is { } token)
        {
            _ = session.Trail.RunAsync(() => OpenAsync(session, token));
        }
    }

    /// <summary>Something has just closed this session's gate for the time being.</summary>
    public void Silenced(ListeningSession session)
    {
        ListeningOf(session).Closed(session);
        WriteSilence(session);
        Tell(session);
    }

    /// <summary>Ends a session, once. The gate is closed when this returns, whatever becomes of the task.</summary>
    public Task EndAsync(ListeningSession session, EndCause cause, string actor)
    {
        if (!session.TryEnd(cause))
        {
            return Task.CompletedTask;
        }

        session.Gate.End();
        ListeningOf(session).Closed(session);
        if (cause.ClosesTheCall())
        {
            closedCalls.Close(session.Call.External);
        }

        return session.Trail.RunAsync(() => FinishAsync(session, cause, actor));
    }

    /// <summary>Ends every session of that agent, now. Answers how many there were.</summary>
    public int Stop(AgentId agent)
    {
        var stopped = _open.Values.Where(session => session.Call.Facts.Agents.Contains(agent)).ToList();
        foreach (var session in stopped)
        {
            _ = EndAsync(session, EndCause.StoppedByAgent, $"agent:{agent}");
        }

        return stopped.Count;
    }

    /// <summary>The player's page is there, or gone: the source sends only to someone.</summary>
    internal void EarChanged(ListeningSession session)
    {
        ListeningOf(session).UpdateDemand();
        _ = screens.TellListenerAsync(session, EpochOf(session.Call.Id));
    }

    internal void Forget(LiveCall call) => _calls.TryRemove(call.Id, out _);

    internal void Tell(ListeningSession session)
    {
        Changes.Publish(session);
        _ = screens.TellListenerAsync(session, EpochOf(session.Call.Id));
        foreach (var agent in session.Call.Facts.Agents)
        {
            _ = screens.TellAgentAsync(agent, OfAgent(agent), ended: null);
        }
    }

    internal async Task KeepAsync(ListeningSession session, Func<Task> write)
    {
        try
        {
            await write();
            if (session.Gate.Counted(written: true))
            {
                Silenced(session);
            }
        }
        catch (Exception failure)
        {
            NotWritten(failure, session.Id);
            if (session.Gate.Counted(written: false))
            {
                ListeningOf(session).Closed(session);
                Tell(session);
            }
        }
    }

    private void WriteSilence(ListeningSession session) =>
        _ = session.Trail.RunAsync(() => KeepAsync(session, () => store.GoSilentAsync(session, CancellationToken.None)));

    private CallListening ListeningOf(ListeningSession session) => _calls.GetOrAdd(session.Call.Id, _ => new CallListening(session.Call, clock, WriteSilence, OnFacts));

    private async Task OpenAsync(ListeningSession session, int token)
    {
        try
        {
            if (await store.GoLiveAsync(session, CancellationToken.None) is not { } evaluation)
            {
                return;
            }

            session.Evaluation = evaluation;
        }
        catch (Exception failure)
        {
            NotWritten(failure, session.Id);
            session.Gate.GiveUpOpening(token);
            return;
        }

        if (session.Gate.Open(token))
        {
            session.LiveAt ??= clock.GetUtcNow();
            ListeningOf(session).UpdateDemand();
        }
        else if (session.Cause is null)
        {
            // Something closed while the entry was being written: the interval it began is over before a frame passed.
            await KeepAsync(session, () => store.GoSilentAsync(session, CancellationToken.None));
        }

        Tell(session);
    }

    private async Task FinishAsync(ListeningSession session, EndCause cause, string actor)
    {
        if (cause.ClosesTheCall())
        {
            session.Call.Change(facts => facts with { Closed = true });
        }

        _open.TryRemove(session.Id, out _);
        _byListener.TryRemove(new KeyValuePair<AccountId, ListeningSession>(session.Listener.Account, session));
        ListeningOf(session).Remove(session);
        try
        {
            await store.EndAsync(session, cause, actor, CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(10), clock);
        }
        catch (Exception failure)
        {
            // The row stays open and the next start ends it as interrupted, which closes the call: never the other way round.
            NotWritten(failure, session.Id);
        }

        Changes.Publish(session);
        await screens.TellListenerAsync(session, EpochOf(session.Call.Id));
        foreach (var agent in session.Call.Facts.Agents)
        {
            await screens.TellAgentAsync(agent, OfAgent(agent), new BannerEnd(clock.GetUtcNow(), cause == EndCause.StoppedByAgent));
        }
    }

    // On the door's thread, inside the call's lock: gates are closed already; what must end, ends.
    private void OnFacts(CallListening listening, CallFacts before, CallFacts now)
    {
        foreach (var session in listening.Sessions)
        {
            if (EndOf(now) is { } cause)
            {
                _ = EndAsync(session, cause, LedgerActor(listening));
            }
            else
            {
                session.PaymentSince = now.InPayment || now.PausedAtSource ? session.PaymentSince ?? clock.GetTimestamp() : null;
                TryOpen(session);
            }

            _ = session.Trail.RunAsync(() =>
            {
                Tell(session);
                return Task.CompletedTask;
            });
        }

        if (now.Ended)
        {
            Forget(listening.Call);
        }
    }

    private static string LedgerActor(CallListening listening) => $"connector:{listening.Call.External.Connector}";

    private static EndCause? EndOf(CallFacts facts) =>
        facts.CallerRefused ? EndCause.CallerRefused
        : facts.Private ? EndCause.PrivateCall
        : facts.Transferred ? EndCause.Transferred
        : facts.HasUnknownAgent ? EndCause.UnknownAgent
        : facts.Ended || facts.Agents.IsEmpty ? EndCause.HangUp
        : null;

    [LoggerMessage(Level = LogLevel.Error, Message = "The ledger could not be written for listening session {Session}; it stays silent.")]
    private partial void NotWritten(Exception failure, ListeningSessionId session);
}
