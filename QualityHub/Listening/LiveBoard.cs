using System.Collections.Concurrent;
using QualityHub.Access;
using QualityHub.Agents;
using QualityHub.Calls;
using QualityHub.Platform;

namespace QualityHub.Listening;

/// <summary>The room behind the listening pages. It remembers each listener's last session, so that its page can still say how it ended.</summary>
public sealed class LiveBoard(
    Wallboard wallboard, StartListening start, LeaveListening leave, ListeningSessions sessions, AgentDirectory agents) : ILiveBoard
{
    private readonly ConcurrentDictionary<AccountId, ListeningSession> _last = new();

    public Broadcast<Done> Changes => wallboard.Changes;

    public IReadOnlyList<WallboardLine> LinesFor(Person person) => wallboard.LinesFor(person);

    public async Task<Outcome<ListeningSessionId>> StartAsync(Person person, CallId call, CancellationToken cancellationToken)
    {
        var started = await start.HandleAsync(person, call, cancellationToken);
        Remember(person);
        return started;
    }

    public Task<Outcome<Done>> LeaveAsync(Person person, ListeningSessionId session, CancellationToken cancellationToken) =>
        leave.HandleAsync(person, session, cancellationToken);

    public ListeningView? Find(Person person, ListeningSessionId session) =>
        Remember(person) is { } last && last.Id == session ? View(last) : null;

    public ListeningView? RunningOf(Person person) =>
        sessions.OfListener(person.Account) is { Cause: null, IsRecorded: true } running ? View(running) : null;

    private ListeningSession? Remember(Person person)
    {
        if (sessions.OfListener(person.Account) is { } running)
        {
            _last[person.Account] = running;
        }

        return _last.GetValueOrDefault(person.Account);
    }

    private ListeningView View(ListeningSession session)
    {
        var shown = session.Cause is { } cause && cause.IsShown() ? session.Cause : null;
        return new ListeningView
        {
            Id = session.Id,
            AgentName = session.Call.Facts.Agents.Select(agents.Find).FirstOrDefault(agent => agent is not null)?.Name ?? string.Empty,
            LiveAt = session.LiveAt,
            Ended = session.Cause is not null,
            Shown = shown,
            Evaluation = session.Cause is null || shown is not null ? session.Evaluation?.Value : null,
        };
    }
}
