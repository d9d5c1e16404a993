using QualityHub.Access;

namespace QualityHub.Listening;

/// <summary>
/// Believes, or not, what a surface says of the banner. A proof is an answer to this server's own nonce, from the surface it was sent
/// to, that says "visible"; it is good from the moment it arrives here, whatever the browser's clock says.
/// </summary>
public sealed class Banner(Desks desks, ListeningSessions sessions, ListeningStore store, ListeningScreens screens, DeviceLog devices, AgentTrust trust, TimeProvider clock)
{
    private static readonly string[] Kinds = ["page", "popout"];
    private const int SurfacesPerConnection = 8;

    public string OpenSurface(DeskConnection desk, string kind)
    {
        lock (desk.Lock)
        {
            if (desk.Surfaces.Count >= SurfacesPerConnection)
            {
                return string.Empty;
            }

            var surface = new DeskSurface(Desks.NewNonce(), Kinds.Contains(kind) ? kind : Kinds[0]);
            desk.Surfaces[surface.Id] = surface;
            return surface.Id;
        }
    }

    public void CloseSurface(DeskConnection desk, string surfaceId)
    {
        lock (desk.Lock)
        {
            desk.Surfaces.Remove(surfaceId);
        }

        Drop(desk, surfaceId);
    }

    public void Hidden(DeskConnection desk, string surfaceId)
    {
        lock (desk.Lock)
        {
            if (desk.Surfaces.TryGetValue(surfaceId, out var surface))
            {
                surface.SeenAt = null;
            }
        }

        Drop(desk, surfaceId);
    }

    public void Gone(DeskConnection desk)
    {
        foreach (var surface in desk.Surfaces.Keys.ToList())
        {
            CloseSurface(desk, surface);
        }
    }

    public async Task<string> AcknowledgeAsync(DeskConnection desk, string surfaceId, string nonce, bool visible)
    {
        // Taken at receipt: whatever takes time after this makes the proof older, never younger.
        var at = clock.GetTimestamp();
        ListeningSessionId? shown = null;
        lock (desk.Lock)
        {
            if (desk.Surfaces.TryGetValue(surfaceId, out var surface)
                && surface.Nonces.FirstOrDefault(pair => pair.Value == nonce) is { Value: not null } match)
            {
                shown = match.Key;
                if (visible)
                {
                    surface.Nonces.Remove(match.Key);
                }
            }
        }

        if (shown is not { } id || sessions.Find(id) is not { } session || session.Cause is not null)
        {
            return "UnknownNonce";
        }

        if (!visible)
        {
            return "NotVisible";
        }

        if (!session.Call.Facts.Agents.Contains(desk.Agent) || trust.MustConfirm(desk.Person.Account))
        {
            return "NotYours";
        }

        if (desk.Person.Device is { } device
            && await devices.SignedInWithinAsync(session.Listener.Account, device, ListeningOptions.OwnDeviceWithin))
        {
            return "ListenersOwnDevice";
        }

        lock (desk.Lock)
        {
            if (!desk.Surfaces.TryGetValue(surfaceId, out var surface))
            {
                return "UnknownSurface";
            }

            surface.Acknowledged.Add(id);
            surface.SeenAt = at;
        }

        _ = session.Trail.RunAsync(() => sessions.KeepAsync(session, () => store.AcknowledgeAsync(session, desk, surfaceId, CancellationToken.None)));
        Renew(session, desk, surfaceId, at);
        return "ok";
    }

    public void Answer(DeskConnection desk, string surfaceId, string pingNonce, bool visible, string[] drawn)
    {
        var now = clock.GetTimestamp();
        if (!visible)
        {
            Hidden(desk, surfaceId);
            return;
        }

        List<ListeningSessionId> proved = [];
        List<ListeningSessionId> missing = [];
        lock (desk.Lock)
        {
            if (!desk.Surfaces.TryGetValue(surfaceId, out var surface) || !desk.TryAnswer(surface, pingNonce, now, clock))
            {
                return;
            }

            surface.SeenAt = now;
            foreach (var id in surface.Acknowledged)
            {
                (drawn.Contains(id.ToString(), StringComparer.Ordinal) ? proved : missing).Add(id);
            }
        }

        foreach (var id in proved)
        {
            if (sessions.Find(id) is { } session)
            {
                Renew(session, desk, surfaceId, now);
            }
        }

        foreach (var id in missing)
        {
            if (sessions.Find(id) is { } session && session.Gate.Drop(desk.Agent, surfaceId))
            {
                sessions.Silenced(session);
            }
        }
    }

    public string? BeginCheck(DeskConnection desk, string surfaceId)
    {
        lock (desk.Lock)
        {
            return desk.Surfaces.TryGetValue(surfaceId, out var surface) ? surface.CheckNonce = Desks.NewNonce() : null;
        }
    }

    public async Task<bool> CheckAsync(DeskConnection desk, string surfaceId, string nonce, DeskCheck checks)
    {
        lock (desk.Lock)
        {
            if (!desk.Surfaces.TryGetValue(surfaceId, out var surface) || surface.CheckNonce is null || surface.CheckNonce != nonce || !checks.SampleSeen)
            {
                return false;
            }

            surface.CheckNonce = null;
            surface.Checked = true;
            surface.SeenAt = clock.GetTimestamp();
        }

        desks.RememberCheck(desk);
        await screens.TellAgentAsync(desk.Agent, sessions.OfAgent(desk.Agent), ended: null);
        return true;
    }

    private void Renew(ListeningSession session, DeskConnection desk, string surfaceId, long at)
    {
        session.Gate.Renew(desk.Agent, surfaceId, at);
        session.BannerSeenAt = at;
        sessions.TryOpen(session);
    }

    private void Drop(DeskConnection desk, string surfaceId)
    {
        foreach (var session in sessions.OfAgent(desk.Agent))
        {
            if (session.Gate.Drop(desk.Agent, surfaceId))
            {
                sessions.Silenced(session);
            }
        }
    }
}
