using QualityHub.Access;
using QualityHub.Platform;

namespace QualityHub.Listening;

/// <summary>The listener's own leaving. Someone else's session does not exist.</summary>
public sealed class LeaveListening(ListeningSessions sessions)
{
    public async Task<Outcome<Done>> HandleAsync(Person person, ListeningSessionId id, CancellationToken cancellationToken)
    {
        if (sessions.Find(id) is not { } session || session.Listener.Account != person.Account)
        {
            return Refusal.In<ListeningWords>("SessionNotFound");
        }

        await sessions.EndAsync(session, EndCause.LeftByListener, $"account:{person.Account}").WaitAsync(cancellationToken);
        return Done.It;
    }
}
