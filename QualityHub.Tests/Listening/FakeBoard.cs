using QualityHub.Access;
using QualityHub.Calls;
using QualityHub.Listening;
using QualityHub.Platform;

namespace QualityHub.Tests.Listening;

/// <summary>A board that says what the test tells it to.</summary>
internal sealed class FakeBoard : ILiveBoard
{
    public Broadcast<Done> Changes { get; } = new();

    public IReadOnlyList<WallboardLine> Lines { get; set; } = [];

    public Outcome<ListeningSessionId> Answer { get; set; } = Refusal.In<ListeningWords>("CallNotAvailable");

    public ListeningView? Running { get; set; }

    public IReadOnlyList<WallboardLine> LinesFor(Person person) => Lines;

    public Task<Outcome<ListeningSessionId>> StartAsync(Person person, CallId call, CancellationToken cancellationToken) => Task.FromResult(Answer);

    public Task<Outcome<Done>> LeaveAsync(Person person, ListeningSessionId session, CancellationToken cancellationToken)
    {
        Running = Running! with { Ended = true, Shown = EndCause.LeftByListener };
        return Task.FromResult<Outcome<Done>>(Done.It);
    }

    public ListeningView? Find(Person person, ListeningSessionId session) => Running?.Id == session ? Running : null;

    public ListeningView? RunningOf(Person person) => Running is { Ended: false } ? Running : null;
}
