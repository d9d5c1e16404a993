using QualityHub.Access;
using QualityHub.Agents;
using QualityHub.Calls;
using QualityHub.Platform;

namespace QualityHub.Listening;

/// <summary>What the supervisors see: one line per agent. Subscribe to <see cref="Changes"/> first, ask for the lines second.</summary>
public sealed class Wallboard(AgentDirectory agents, LiveCalls calls, Desks desks, ListeningSessions sessions, TimeProvider clock)
{
    private static readonly TimeSpan WrapUp = TimeSpan.FromSeconds(20);
    private readonly System.Collections.Concurrent.ConcurrentDictionary<AgentId, (LiveCall Call, DateTimeOffset EndedAt)> _ended = new();

    /// <summary>Something on the board may have changed: a call, a session, or a desk that came or went.</summary>
    public Broadcast<Done> Changes { get; } = new();

    public IReadOnlyList<WallboardLine> LinesFor(Person person)
    {
        var inProgress = calls.InProgress;
        return [.. agents.All
            .Where(agent => agent.Active)
            .Select(agent => Line(agent, inProgress.LastOrDefault(call => call.Facts.Agents.Contains(agent.Id)), person))];
    }

    /// <summary>Remembers who was on a call that has just ended, so that the line reads wrap-up for a while.</summary>
    internal void Note(LiveCall call)
    {
        if (call.EndedAt is { } endedAt)
        {
            foreach (var agent in call.Facts.Agents)
            {
                _ended[agent] = (call, endedAt);
            }
        }
    }

    private WallboardLine Line(Agent agent, LiveCall? call, Person person)
    {
        var ready = desks.IsReady(agent.Id);
        var line = new WallboardLine
        {
            Agent = agent.Id,
            Name = agent.Name,
            Team = agent.TeamName,
            BannerReady = ready,
            Simulated = desks.IsSimulated(agent.Id),
        };
        if (call is null)
        {
            return _ended.TryGetValue(agent.Id, out var last) && clock.GetUtcNow() - last.EndedAt < WrapUp
                ? line with { State = CallState.WrapUp, Since = last.EndedAt, Queue = last.Call.Queue }
                : line with { State = CallState.Free };
        }

        var listeners = sessions.OfCall(call.Id).Where(session => session.Cause is null && session.IsRecorded).ToList();
        var whyNot = !call.Facts.IsCapturable || !call.Facts.CallerInformed ? "CallNotAvailable" : ready ? null : "BannerNotReady";
        return line with
        {
            Call = call.Id,
            State = call.Facts.State,
            Since = call.StartedAt,
            Queue = call.Queue,
            Listeners = [.. listeners.Select(session => session.Listener.Name)],
            Mine = listeners.FirstOrDefault(session => session.Listener.Account == person.Account)?.Id,
            CanListen = whyNot is null,
            WhyNot = whyNot,
        };
    }
}
