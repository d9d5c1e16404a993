namespace QualityHub.Tests.Platform;

/// <summary>A wall clock and a monotonic clock that move separately: FakeTimeProvider moves both, and hides what a clock jump does.</summary>
public sealed class TwoClocks : TimeProvider
{
    private DateTimeOffset _wall = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private long _ticks = TimeSpan.TicksPerDay;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => _wall;

    public override long GetTimestamp() => _ticks;

    public void Pass(TimeSpan time)
    {
        _wall += time;
        _ticks += time.Ticks;
    }

    public void JumpWall(TimeSpan by) => _wall += by;

    public void JumpMonotonic(TimeSpan by) => _ticks += by.Ticks;
}
