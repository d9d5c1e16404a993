using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;
using QualityHub.Access;

namespace QualityHub.Listening;

/// <summary>The agent's browser, one connection per tab: it says what it has drawn, and it can end everything.</summary>
[Authorize(AuthenticationSchemes = DeskShift.Scheme)]
public sealed class DeskHub(Desks desks, Banner banner, ListeningSessions sessions, ListeningScreens screens) : Hub
{
    /// <summary>Set in the desk cookie of the demo's own desks, so that nobody takes their acknowledgements for a person's.</summary>
    public const string SimulatedClaim = "qh:simulated";

    public override async Task OnConnectedAsync()
    {
        if (Person.From(Context.User) is not { Agent: { } agent } person)
        {
            Context.Abort();
            return;
        }

        var simulated = Context.User!.HasClaim(SimulatedClaim, "true");
        var desk = desks.Connect(Context.ConnectionId, person, agent, simulated);
        await screens.TellDeskAsync(desk, [.. sessions.OfAgent(agent)], ended: null);
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        if (desks.Disconnect(Context.ConnectionId) is { } desk)
        {
            banner.Gone(desk);
        }

        return Task.CompletedTask;
    }

    public async Task<string> OpenSurface(string kind)
    {
        var desk = Desk;
        var surface = banner.OpenSurface(desk, kind);
        await screens.TellDeskAsync(desk, [.. sessions.OfAgent(desk.Agent)], ended: null);
        return surface;
    }

    public void CloseSurface(string surfaceId) => banner.CloseSurface(Desk, surfaceId);

    /// <summary>Answers "ok", or the code of the refusal.</summary>
    public Task<string> Acknowledge(string surfaceId, string nonce, bool visible) => banner.AcknowledgeAsync(Desk, surfaceId, nonce, visible);

    public void Answer(string surfaceId, string pingNonce, bool visible, string[] drawn) => banner.Answer(Desk, surfaceId, pingNonce, visible, drawn);

    public void Hidden(string surfaceId) => banner.Hidden(Desk, surfaceId);

    public string? BeginCheck(string surfaceId) => banner.BeginCheck(Desk, surfaceId);

    public Task<bool> Check(string surfaceId, string nonce, DeskCheck checks) => banner.CheckAsync(Desk, surfaceId, nonce, checks);

    /// <summary>Ends every listening of this agent. Answers how many there were.</summary>
    public int Stop() => sessions.Stop(Desk.Agent);

    private DeskConnection Desk => desks.Find(Context.ConnectionId) ?? throw new HubException("not_connected");
}

/// <summary>What the start-of-shift check found; only a sample banner seen on screen counts.</summary>
public sealed record DeskCheck(bool Sound, bool Popout, bool SampleSeen);
