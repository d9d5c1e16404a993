using QualityHub.Access;
using QualityHub.Agents;
using QualityHub.Calls;
using QualityHub.Campaigns;
using QualityHub.Platform;

namespace QualityHub.Listening;

/// <summary>
/// "Écouter" pressed. Checks, reserves the listener's one place, writes the request to the ledger, and has the banner shown.
/// No sound comes of it: that takes the agent's browser.
/// </summary>
public sealed class StartListening(
    LiveCalls calls, CampaignStore campaigns, AgentDirectory agents, Desks desks, Entitlement entitlement,
    ListeningSessions sessions, ListeningStore store, TimeProvider clock)
{
    /// <summary>
    /// Refuses with <c>CallNotAvailable</c> for every cause that is somebody's private matter, in the same words; the true reason is in
    /// the ledger. <c>BannerNotReady</c>, <c>NoCampaign</c>, <c>AlreadyListening</c> (with the session's id) and <c>LedgerUnavailable</c> say what they are.
    /// </summary>
    public async Task<Outcome<ListeningSessionId>> HandleAsync(Person person, CallId callId, CancellationToken cancellationToken)
    {
        if (!person.Is(Roles.Supervisor) || !entitlement.MayListen(person.Account))
        {
            return await RefuseAsync(person, callId, "NotEntitled", "CallNotAvailable", cancellationToken);
        }

        if (sessions.OfListener(person.Account) is { } mine)
        {
            return Refusal.In<ListeningWords>("AlreadyListening", mine.Id.ToString());
        }

        var call = calls.Find(callId);
        if (call is null || WhyNot(call.Facts, person) is not null)
        {
            return await RefuseAsync(person, callId, call is null ? "NoSuchCall" : WhyNot(call.Facts, person)!, "CallNotAvailable", cancellationToken);
        }

        var now = clock.GetUtcNow();
        if ((await campaigns.RunningAsync(now, cancellationToken)).FirstOrDefault() is not { } campaign)
        {
            return await RefuseAsync(person, callId, "NoCampaign", "NoCampaign", cancellationToken);
        }

        if (!call.Facts.Agents.All(desks.IsReady))
        {
            return await RefuseAsync(person, callId, "BannerNotReady", "BannerNotReady", cancellationToken);
        }

        var session = new ListeningSession(
            Id.New<ListeningSessionId>(clock), call, person, campaign, now, new ListeningGate(clock), () => sessions.EpochOf(callId));
        if (!sessions.TryReserve(session))
        {
            return Refusal.In<ListeningWords>("AlreadyListening", sessions.OfListener(person.Account)?.Id.ToString() ?? string.Empty);
        }

        return await RequestAsync(session, cancellationToken);
    }

    private async Task<Outcome<ListeningSessionId>> RequestAsync(ListeningSession session, CancellationToken cancellationToken)
    {
        try
        {
            var simulated = session.Call.Facts.Agents.Any(desks.IsSimulated);
            await session.Trail.RunAsync(() => store.RequestAsync(session, simulated, cancellationToken));
        }
        catch (Exception)
        {
            await sessions.EndAsync(session, EndCause.LeftByListener, $"account:{session.Listener.Account}");
            return Refusal.In<ListeningWords>("LedgerUnavailable");
        }

        if (session.Cause is not null || !session.Call.Facts.IsCapturable)
        {
            return Refusal.In<ListeningWords>("CallNotAvailable");
        }

        sessions.Announce(session);
        return session.Id;
    }

    private string? WhyNot(CallFacts facts, Person person) =>
        !facts.IsCapturable ? "NotCapturable"
        : !facts.CallerInformed ? "CallerNotInformed"
        : facts.Agents.Any(agent => agents.Find(agent) is not { Active: true }) ? "AgentUnknown"
        : person.Agent is { } self && facts.Agents.Contains(self) ? "OwnCall"
        : null;

    private async Task<Outcome<ListeningSessionId>> RefuseAsync(
        Person person, CallId call, string reason, string said, CancellationToken cancellationToken)
    {
        try
        {
            await store.RefuseAsync(person, call, reason, cancellationToken);
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            return Refusal.In<ListeningWords>("LedgerUnavailable");
        }

        return Refusal.In<ListeningWords>(said);
    }
}
