using System.Globalization;
using QualityHub.Ledger;

namespace QualityHub.Tests.Ledger;

public sealed class LedgerReconciliationTests
{
    [Fact]
    public void Frames_passed_between_live_and_silent_are_inside() =>
        Assert.Equal(
            (0L, 250L, 2, true),
            Told((LedgerKinds.SessionLive, null), (LedgerKinds.SessionCounted, 100), (LedgerKinds.SessionSilent, null), (LedgerKinds.SessionCounted, 150),
                (LedgerKinds.SessionCounted, 150), (LedgerKinds.SessionLive, null), (LedgerKinds.SessionEnded, 250)));

    [Fact]
    public void Frames_passed_while_silent_are_outside() =>
        Assert.Equal(
            (7L, 157L, 1, false),
            Told((LedgerKinds.SessionLive, null), (LedgerKinds.SessionSilent, 150), (LedgerKinds.SessionCounted, 150), (LedgerKinds.SessionCounted, 157)));

    [Fact]
    public void Frames_passed_before_the_first_live_are_outside() =>
        Assert.Equal((1L, 1L, 1, false), Told((LedgerKinds.SessionCounted, 1), (LedgerKinds.SessionLive, null)));

    [Fact]
    public void A_counter_never_falls() =>
        Assert.Equal(
            (1L, 9L, 1, false),
            Told((LedgerKinds.SessionLive, null), (LedgerKinds.SessionCounted, 10), (LedgerKinds.SessionCounted, 9)));

    private static (long Outside, long Passed, int Intervals, bool Complete) Told(params (string Kind, int? Passed)[] told)
    {
        var session = Assert.Single(LedgerReconciliation.Of(told.Select((line, index) => new LedgerEntry
        {
            Sequence = index + 1,
            Kind = line.Kind,
            Subject = "session:1",
            Facts = line.Passed is { } passed ? string.Create(CultureInfo.InvariantCulture, $$"""{"passed":"{{passed}}"}""") : "{}",
        })));
        return (session.Outside, session.Passed, session.Intervals, session.Complete);
    }
}
