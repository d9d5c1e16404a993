using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;
using QualityHub.Access;
using QualityHub.Platform;

namespace QualityHub.Listening;

/// <summary>
/// Sound, on its own connection. Never takes a call id: it joins a session that was opened for this very account, and packets exist
/// only behind that session's gate. No method accepts audio.
/// </summary>
[Authorize(Roles = Roles.Supervisor)]
public sealed class ListeningHub(ListeningSessions sessions, ListeningConnections connections, TimeProvider clock) : Hub
{
    private const string SessionKey = "session";

    public JoinAnswer Join(string sessionId)
    {
        if (Person.From(Context.User) is not { } person
            || !Id.TryParse<ListeningSessionId>(sessionId, out var id)
            || sessions.Find(id) is not { } session
            || session.Listener.Account != person.Account
            || session.Cause is not null
            || connections.Find(Context.ConnectionId) is not { } connection)
        {
            return new JoinAnswer { accepted = false, code = "SessionNotFound" };
        }

        Context.Items[SessionKey] = session;
        session.Ear.Connect(connection);
        session.EarLostAt = null;
        sessions.EarChanged(session);
        return new JoinAnswer { accepted = true, epoch = sessions.EpochOf(session.Call.Id) };
    }

    public void Played(long sequence) => Joined?.Ear.Played((uint)sequence);

    public Task Leave() =>
        Joined is { } session ? sessions.EndAsync(session, EndCause.LeftByListener, $"account:{session.Listener.Account}") : Task.CompletedTask;

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        if (Joined is { } session && session.Ear.Disconnect(Context.ConnectionId))
        {
            session.EarLostAt = clock.GetTimestamp();
            sessions.EarChanged(session);
        }

        return Task.CompletedTask;
    }

    private ListeningSession? Joined => Context.Items.TryGetValue(SessionKey, out var session) ? (ListeningSession?)session : null;
}
