using Microsoft.AspNetCore.SignalR;
using QualityHub.Access;
using QualityHub.Calls;
using QualityHub.Platform;

namespace QualityHub.Listening;

/// <summary>Tells the browsers how things stand: the listener's player, and every tab of the agent. Always last, after gate and ledger.</summary>
public sealed partial class ListeningScreens(
    IHubContext<ListeningHub> listeners, IHubContext<DeskHub> agents, Desks desks, AgentTrust trust, StopToken stopTokens, LiveCalls calls, ILogger<ListeningScreens> logger)
{
    private int _revision;

    public async Task TellListenerAsync(ListeningSession session, uint epoch)
    {
        if (session.Ear.ConnectionId is not { } connection)
        {
            return;
        }

        try
        {
            await listeners.Clients.Client(connection).SendAsync("State", PlayerStateMessage.Of(session, epoch));
        }
        catch (Exception failure)
        {
            NotTold(failure);
        }
    }

    /// <summary>Sends each of the agent's tabs its snapshot. Shows nothing that is not yet on disk.</summary>
    public async Task TellAgentAsync(AgentId agent, IEnumerable<ListeningSession> sessions, BannerEnd? ended)
    {
        var shown = sessions.Where(session => session.IsRecorded && session.Cause is null).ToList();
        foreach (var desk in desks.Of(agent))
        {
            await TellDeskAsync(desk, shown, ended);
        }
    }

    public async Task TellDeskAsync(DeskConnection desk, IReadOnlyList<ListeningSession> sessions, BannerEnd? ended)
    {
        try
        {
            await agents.Clients.Client(desk.Id).SendAsync("Banner", Snapshot(desk, sessions, ended));
        }
        catch (Exception failure)
        {
            NotTold(failure);
        }
    }

    private BannerState Snapshot(DeskConnection desk, IReadOnlyList<ListeningSession> sessions, BannerEnd? ended)
    {
        var call = calls.InProgress.FirstOrDefault(candidate => candidate.Facts.Agents.Contains(desk.Agent));
        return new BannerState
        {
            Revision = Interlocked.Increment(ref _revision),
            StopToken = stopTokens.Issue(desk.Person),
            Ready = desks.IsReady(desk.Agent),
            MustConfirm = trust.MustConfirm(desk.Person.Account),
            Call = call is null ? null : new BannerCall(call.Queue, call.StartedAt, call.Facts.State.ToString().ToLowerInvariant()),
            Sessions = [.. sessions.Select(session => new BannerSession(
                session.Id.ToString(),
                session.Listener.Name,
                Campaigns.Purposes.Code(session.Campaign.Purpose),
                session.LiveAt ?? session.RequestedAt,
                Heard(session),
                Nonces(desk, session.Id)))],
            Ended = ended,
        };
    }

    private static string Heard(ListeningSession session)
    {
        var view = session.Gate.Look();
        return view.IsOpen ? "live"
            : view.Facts.InPayment || view.Facts.PausedAtSource ? "payment"
            : view.Facts.OnHold ? "hold"
            : "waiting";
    }

    private static Dictionary<string, string> Nonces(DeskConnection desk, ListeningSessionId session)
    {
        var nonces = new Dictionary<string, string>(StringComparer.Ordinal);
        lock (desk.Lock)
        {
            foreach (var surface in desk.Surfaces.Values.Where(surface => !surface.Acknowledged.Contains(session)))
            {
                if (!surface.Nonces.TryGetValue(session, out var nonce))
                {
                    surface.Nonces[session] = nonce = Desks.NewNonce();
                }

                nonces[surface.Id] = nonce;
            }
        }

        return nonces;
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "A browser could not be told; it will ask again when it reconnects.")]
    private partial void NotTold(Exception failure);
}
