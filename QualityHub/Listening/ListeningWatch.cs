using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;
using QualityHub.Access;
using QualityHub.Calls;
using QualityHub.Platform;

namespace QualityHub.Listening;

/// <summary>
/// What time alone must do: ask every desk for a proof every two seconds, close what has gone stale, end what has lasted too long or
/// lost its banner, its listener or its right, and write the media counters. Each cycle can be called by a test.
/// </summary>
public sealed partial class ListeningWatch(
    ListeningSessions sessions, ListeningStore store, ListeningScreens screens, Desks desks, Entitlement entitlement, AgentTrust trust, ClosedCalls closedCalls,
    IHubContext<DeskHub> agents, LiveCalls calls, Wallboard wallboard, IOptions<ListeningOptions> options, TimeProvider clock, ILogger<ListeningWatch> logger) : BackgroundService
{
    private static readonly TimeSpan SweepEvery = TimeSpan.FromMilliseconds(250);
    private readonly Dictionary<AgentId, bool> _ready = [];

    /// <summary>Before any door opens: what a crash left open is ended, and its calls stay closed.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await store.EndInterruptedAsync(cancellationToken);
        await closedCalls.LoadAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    internal async Task PingAsync()
    {
        foreach (var desk in desks.Connections)
        {
            var nonce = Desks.NewNonce();
            desk.Pinged(nonce, clock.GetTimestamp());
            try
            {
                // Sending to a tab that no longer reads must not hold up the others.
                _ = agents.Clients.Client(desk.Id).SendAsync("Ping", new BannerPing(nonce));
            }
            catch (Exception failure)
            {
                CycleFailed(failure);
            }
        }

        foreach (var agent in desks.Connections.Select(desk => desk.Agent).Distinct().ToList())
        {
            var ready = desks.IsReady(agent);
            if (!_ready.TryGetValue(agent, out var before) || before != ready)
            {
                _ready[agent] = ready;
                await screens.TellAgentAsync(agent, sessions.OfAgent(agent), ended: null);
                wallboard.Changes.Publish(Done.It);
            }
        }
    }

    internal void Sweep()
    {
        var now = clock.GetTimestamp();
        foreach (var session in sessions.Open)
        {
            if (session.Gate.Sweep())
            {
                sessions.Silenced(session);
            }

            if (EndOf(session, now) is { } cause)
            {
                _ = sessions.EndAsync(session, cause, Ledger.LedgerEvent.System);
            }
            else if (session.IsRecorded && HasPassed(session.CountedAt, now, ListeningOptions.CountEvery))
            {
                session.CountedAt = now;
                _ = session.Trail.RunAsync(() => sessions.KeepAsync(session, () => store.CountAsync(session, CancellationToken.None)));
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        _ = FollowAsync(calls.Changes, call =>
        {
            wallboard.Note(call);
            foreach (var agent in call.Facts.Agents)
            {
                _ = screens.TellAgentAsync(agent, sessions.OfAgent(agent), ended: null);
            }
        }, stoppingToken);
        _ = FollowAsync(sessions.Changes, _ => { }, stoppingToken);

        using var timer = new PeriodicTimer(SweepEvery, clock);
        var lastPing = long.MinValue;
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                Sweep();
                var now = clock.GetTimestamp();
                if (lastPing == long.MinValue || HasPassed(lastPing, now, ListeningOptions.PingEvery))
                {
                    lastPing = now;
                    await PingAsync();
                }
            }
            catch (Exception failure)
            {
                CycleFailed(failure);
            }
        }
    }

    // The wallboard is told after what it reads has changed.
    private async Task FollowAsync<T>(Broadcast<T> changes, Action<T> changed, CancellationToken stoppingToken)
    {
        using var following = changes.Subscribe(capacity: 256);
        await foreach (var item in following.ReadAllAsync(stoppingToken))
        {
            changed(item);
            wallboard.Changes.Publish(Done.It);
        }
    }

    private EndCause? EndOf(ListeningSession session, long now)
    {
        if (!entitlement.MayListen(session.Listener.Account))
        {
            session.Gate.Disentitle();
            return EndCause.AccountRevoked;
        }

        if (session.Campaign.EndsAt <= clock.GetUtcNow())
        {
            return EndCause.CampaignEnded;
        }

        if (HasPassed(session.BannerSeenAt, now, ListeningOptions.BannerLostAfter) || AwaitsConfirmation(session))
        {
            return EndCause.BannerLost;
        }

        if (session.PaymentSince is { } payment && HasPassed(payment, now, ListeningOptions.PaymentAtMost))
        {
            return EndCause.PaymentTooLong;
        }

        if (session.EarLostAt is { } lost && HasPassed(lost, now, session.LiveAt is null ? ListeningOptions.JoinWithin : ListeningOptions.RejoinWithin))
        {
            return EndCause.LeftByListener;
        }

        return session.LiveAt is { } live && clock.GetUtcNow() - live >= TimeSpan.FromMinutes(options.Value.LimitMinutes) ? EndCause.TimeLimit : null;
    }

    private bool AwaitsConfirmation(ListeningSession session) =>
        session.Call.Facts.Agents.Any(agent => desks.Of(agent).Any(desk => trust.MustConfirm(desk.Person.Account)));

    // A clock that went backwards counts as having passed: what cannot be known ends.
    private bool HasPassed(long since, long now, TimeSpan limit) =>
        clock.GetElapsedTime(since, now) is var age && (age > limit || age < TimeSpan.Zero);

    [LoggerMessage(Level = LogLevel.Error, Message = "A cycle of the listening watch failed; the next one follows.")]
    private partial void CycleFailed(Exception failure);
}
