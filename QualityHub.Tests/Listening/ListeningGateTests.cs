using QualityHub.Calls;
using QualityHub.Listening;
using QualityHub.Platform;
using QualityHub.Tests.Platform;

namespace QualityHub.Tests.Listening;

public sealed class ListeningGateTests
{
    private static readonly AgentId Camille = AgentId.From(Guid.Parse("00000000-0000-7000-8000-000000000001"));
    private static readonly AgentId Thomas = AgentId.From(Guid.Parse("00000000-0000-7000-8000-000000000002"));
    private static readonly CallFacts Talking = CallFacts.AtStart with { Agents = [Camille], CallerInformed = true };

    private readonly TwoClocks _clock = new();
    private readonly ListeningGate _gate;

    public ListeningGateTests() => _gate = new ListeningGate(_clock);

    [Fact]
    public void Nothing_passes_before_the_banner_is_drawn()
    {
        _gate.OnFacts(Talking);

        Assert.Null(_gate.TryBeginOpening());
        Assert.False(_gate.Passes(_clock.GetTimestamp()));
    }

    [Fact]
    public void Nothing_passes_before_the_ledger_has_its_entry()
    {
        _gate.OnFacts(Talking);
        Draw(Camille);

        var token = _gate.TryBeginOpening();

        Assert.NotNull(token);
        Assert.False(_gate.Passes(_clock.GetTimestamp()));
        Assert.True(_gate.Open(token.Value));
        Assert.True(_gate.Passes(_clock.GetTimestamp()));
    }

    [Fact]
    public void A_hold_that_comes_while_the_ledger_is_being_written_keeps_the_gate_closed()
    {
        _gate.OnFacts(Talking);
        Draw(Camille);
        var token = _gate.TryBeginOpening()!.Value;

        _gate.OnFacts(Talking with { OnHold = true });

        Assert.False(_gate.Open(token));
        Assert.False(_gate.Passes(_clock.GetTimestamp()));
    }

    [Fact]
    public void Five_seconds_without_a_proof_and_it_is_silent()
    {
        Open();

        _clock.Pass(TimeSpan.FromSeconds(5));
        Assert.True(_gate.Passes(_clock.GetTimestamp()));

        _clock.Pass(TimeSpan.FromMilliseconds(1));
        Assert.False(_gate.Passes(_clock.GetTimestamp()));
        Assert.True(_gate.Sweep());
    }

    [Fact]
    public void A_proof_from_the_future_is_stale()
    {
        Open();

        _clock.JumpMonotonic(-TimeSpan.FromHours(1));

        Assert.False(_gate.Passes(_clock.GetTimestamp()));
    }

    [Fact]
    public void Setting_the_wall_clock_back_keeps_no_old_banner_alive()
    {
        Open();

        _clock.Pass(TimeSpan.FromSeconds(6));
        _clock.JumpWall(-TimeSpan.FromHours(1));

        Assert.False(_gate.Passes(_clock.GetTimestamp()));
    }

    [Fact]
    public void The_last_visible_surface_that_hides_closes_at_once_and_another_one_holds()
    {
        Open();
        _gate.Renew(Camille, "popout", _clock.GetTimestamp());

        Assert.False(_gate.Drop(Camille, "page"));
        Assert.True(_gate.Passes(_clock.GetTimestamp()));

        Assert.True(_gate.Drop(Camille, "popout"));
        Assert.False(_gate.Passes(_clock.GetTimestamp()));
    }

    [Fact]
    public void A_second_agent_who_joins_closes_it_until_she_has_the_banner_too()
    {
        Open();

        Assert.True(_gate.OnFacts(Talking with { Agents = [Camille, Thomas] }));
        Assert.Null(_gate.TryBeginOpening());

        Draw(Thomas);
        Assert.NotNull(_gate.TryBeginOpening());
    }

    [Fact]
    public void An_agent_who_is_not_on_the_call_proves_nothing()
    {
        _gate.OnFacts(Talking);
        Draw(Thomas);

        Assert.Null(_gate.TryBeginOpening());
    }

    public static TheoryData<string> WhatSilences => ["hold", "payment", "paused", "private", "refused", "transferred", "ended", "closed", "unknown", "not informed", "nobody"];

    [Theory]
    [MemberData(nameof(WhatSilences))]
    public void Each_of_these_facts_closes_it(string fact)
    {
        Open();

        Assert.True(_gate.OnFacts(With(fact)));
        Assert.False(_gate.Passes(_clock.GetTimestamp()));
        Assert.Null(_gate.TryBeginOpening());
    }

    [Fact]
    public void What_cannot_be_counted_is_not_heard()
    {
        Open();

        Assert.True(_gate.Counted(written: false));
        Assert.False(_gate.Passes(_clock.GetTimestamp()));

        _gate.Counted(written: true);
        Assert.NotNull(_gate.TryBeginOpening());
    }

    [Fact]
    public void After_the_end_nothing_opens_it_again()
    {
        Open();

        _gate.End();
        Draw(Camille);
        _gate.OnFacts(Talking);

        Assert.Null(_gate.TryBeginOpening());
        Assert.False(_gate.Passes(_clock.GetTimestamp()));
    }

    private static CallFacts With(string fact) => fact switch
    {
        "hold" => Talking with { OnHold = true },
        "payment" => Talking with { InPayment = true },
        "paused" => Talking with { PausedAtSource = true },
        "private" => Talking with { Private = true },
        "refused" => Talking with { CallerRefused = true },
        "transferred" => Talking with { Transferred = true },
        "ended" => Talking with { Ended = true },
        "closed" => Talking with { Closed = true },
        "unknown" => Talking with { HasUnknownAgent = true },
        "not informed" => Talking with { CallerInformed = false },
        _ => Talking with { Agents = [] },
    };

    private void Draw(AgentId agent) => _gate.Renew(agent, "page", _clock.GetTimestamp());

    private void Open()
    {
        _gate.OnFacts(Talking);
        Draw(Camille);
        Assert.True(_gate.Open(_gate.TryBeginOpening()!.Value));
    }
}
