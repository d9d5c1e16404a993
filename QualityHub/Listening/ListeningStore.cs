using System.Globalization;
using QualityHub.Access;
using QualityHub.Calls;
using QualityHub.Campaigns;
using QualityHub.Evaluations;
using QualityHub.Ledger;
using QualityHub.Platform;

namespace QualityHub.Listening;

/// <summary>The rows of listening sessions. Each method is one transaction with its ledger entry: no entry, no opening.</summary>
public sealed class ListeningStore(Database database, LedgerWriter ledger, ClosedCalls closedCalls, TimeProvider clock, StartEvaluation startEvaluation, EvaluationStore evaluations)
{
    public Task RequestAsync(ListeningSession session, bool simulated, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async write =>
            {
                await write.ExecuteAsync(
                    """
                    insert into listening_sessions
                        (id, call_id, connector_id, external_id, agent_id, listener_id, campaign_id, purpose, requested_at, simulated)
                    values (@Id, @call, @connector, @external, @agent, @listener, @campaign, @purpose, @RequestedAt, @simulated)
                    """,
                    new
                    {
                        session.Id,
                        call = session.Call.Id,
                        connector = session.Call.External.Connector,
                        external = session.Call.External.ExternalId,
                        agent = session.Call.Facts.Agents[0],
                        listener = session.Listener.Account,
                        campaign = session.Campaign.Id,
                        purpose = session.Campaign.Purpose.Code(),
                        session.RequestedAt,
                        simulated,
                    });
                await ledger.AppendAsync(write, Event(session, LedgerKinds.SessionRequested));
            },
            cancellationToken);

    /// <summary>Keeps the refusal with its true reason; what the supervisor reads is another matter.</summary>
    public Task RefuseAsync(Person listener, CallId call, string reason, CancellationToken cancellationToken) =>
        database.WriteAsync(
            write => ledger.AppendAsync(write, new LedgerEvent(LedgerKinds.SessionRefused, $"account:{listener.Account}")
            {
                Subject = $"call:{call}",
                Result = reason,
            }),
            cancellationToken);

    public Task AcknowledgeAsync(ListeningSession session, DeskConnection desk, string surface, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async write =>
            {
                await write.ExecuteAsync(
                    """
                    insert into listening_acknowledgements (session_id, agent_id, surface, device_id, simulated, acknowledged_at)
                    values (@Id, @Agent, @surface, @device, @Simulated, @now)
                    on conflict (session_id, agent_id, surface) do nothing
                    """,
                    new { session.Id, desk.Agent, surface, device = desk.Person.Device?.ToString() ?? string.Empty, desk.Simulated, now = clock.GetUtcNow() });
                await ledger.AppendAsync(write, new LedgerEvent(LedgerKinds.SessionAnnounced, $"agent:{desk.Agent}")
                {
                    Subject = $"session:{session.Id}",
                    Purpose = session.Campaign.Purpose.Code(),
                    Facts = Facts(("simulated", desk.Simulated ? "true" : "false")),
                });
            },
            cancellationToken);

    /// <summary>The entry that must be on disk before the gate opens; the first time also the sheet to score on.</summary>
    /// <remarks>Null when the session has ended meanwhile: an interval never begins after the end.</remarks>
    public Task<EvaluationId?> GoLiveAsync(ListeningSession session, CancellationToken cancellationToken) =>
        database.WriteAsync<EvaluationId?>(
            async write =>
            {
                var now = clock.GetUtcNow();
                var open = await write.ExecuteAsync(
                    "update listening_sessions set live_at = coalesce(live_at, @now) where id = @Id and ended_at is null",
                    new { session.Id, now });
                if (open == 0)
                {
                    return null;
                }

                await ledger.AppendAsync(write, Event(session, LedgerKinds.SessionLive));
                return await startEvaluation.AppendAsync(write, new EvaluationStart(
                    session.Call.Id, session.Call.Facts.Agents[0], session.Listener.Account, session.Campaign.Id, session.Campaign.Purpose));
            },
            cancellationToken);

    public Task GoSilentAsync(ListeningSession session, CancellationToken cancellationToken) =>
        database.WriteAsync(write => ledger.AppendAsync(write, Event(session, LedgerKinds.SessionSilent, counted: true)), cancellationToken);

    public Task CountAsync(ListeningSession session, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async write =>
            {
                await write.ExecuteAsync(
                    "update listening_sessions set frames_in = @In, frames_passed = @Passed, frames_dropped = @Dropped where id = @Id",
                    new { session.Id, In = session.FramesIn, Passed = session.FramesPassed, session.Ear.Dropped });
                await ledger.AppendAsync(write, Event(session, LedgerKinds.SessionCounted, counted: true));
            },
            cancellationToken);

    public Task EndAsync(ListeningSession session, EndCause cause, string actor, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async write =>
            {
                await write.ExecuteAsync(
                    """
                    update listening_sessions
                       set ended_at = @now, cause = @cause, frames_in = @In, frames_passed = @Passed, frames_dropped = @Dropped
                     where id = @Id and ended_at is null
                    """,
                    new
                    {
                        session.Id,
                        now = clock.GetUtcNow(),
                        cause = cause.ToString(),
                        In = session.FramesIn,
                        Passed = session.FramesPassed,
                        session.Ear.Dropped,
                    });
                await ledger.AppendAsync(write, Event(session, LedgerKinds.SessionEnded, counted: true) with { Actor = actor, Result = Code(cause) });
                await AfterTheEndAsync(write, session.Call.External, session.Call.Id, session.Listener.Account, cause);
            },
            cancellationToken);

    /// <summary>Ends what a crash left open, under the one cause that fits: interrupted. Answers how many there were.</summary>
    public Task<int> EndInterruptedAsync(CancellationToken cancellationToken) =>
        database.WriteAsync(
            async write =>
            {
                var left = (await write.QueryAsync<Open>(
                    "select id, call_id, connector_id, external_id, listener_id, purpose from listening_sessions where ended_at is null")).ToList();
                foreach (var session in left)
                {
                    await write.ExecuteAsync(
                        "update listening_sessions set ended_at = @now, cause = @cause where id = @Id",
                        new { session.Id, now = clock.GetUtcNow(), cause = nameof(EndCause.Interrupted) });
                    await ledger.AppendAsync(write, new LedgerEvent(LedgerKinds.SessionEnded, LedgerEvent.System)
                    {
                        Subject = $"session:{session.Id}",
                        Purpose = session.Purpose,
                        Result = Code(EndCause.Interrupted),
                    });
                    await AfterTheEndAsync(
                        write, new ExternalCall(session.ConnectorId, session.ExternalId), session.CallId, session.ListenerId, EndCause.Interrupted);
                }

                return left.Count;
            },
            cancellationToken);

    /// <summary>How a cause is written in the ledger: snake case.</summary>
    public static string Code(EndCause cause) =>
        string.Concat(cause.ToString().Select((letter, index) =>
            char.IsUpper(letter) && index > 0 ? $"_{char.ToLowerInvariant(letter)}" : char.ToLowerInvariant(letter).ToString()));

    private async Task AfterTheEndAsync(Write write, ExternalCall external, CallId call, AccountId listener, EndCause cause)
    {
        if (cause.ClosesTheCall())
        {
            await closedCalls.AppendAsync(write, external);
        }

        if (!cause.IsShown())
        {
            await evaluations.EraseAsync(write, call, listener);
        }
    }

    private static LedgerEvent Event(ListeningSession session, string kind, bool counted = false) =>
        new(kind, $"account:{session.Listener.Account}")
        {
            Subject = $"session:{session.Id}",
            Purpose = session.Campaign.Purpose.Code(),
            Facts = counted
                ? Facts(
                    ("in", session.FramesIn.ToString(CultureInfo.InvariantCulture)),
                    ("passed", session.FramesPassed.ToString(CultureInfo.InvariantCulture)),
                    ("dropped", session.Ear.Dropped.ToString(CultureInfo.InvariantCulture)))
                : Facts(("call", session.Call.Id.ToString()), ("agent", session.Call.Facts.Agents.FirstOrDefault().ToString())),
        };

    private static Dictionary<string, string> Facts(params (string Key, string Value)[] facts) =>
        facts.ToDictionary(fact => fact.Key, fact => fact.Value, StringComparer.Ordinal);

    private sealed record Open
    {
        public ListeningSessionId Id { get; init; }

        public CallId CallId { get; init; }

        public ConnectorId ConnectorId { get; init; }

        public required string ExternalId { get; init; }

        public AccountId ListenerId { get; init; }

        public required string Purpose { get; init; }
    }
}
