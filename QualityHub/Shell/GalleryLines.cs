using QualityHub.Calls;
using QualityHub.Listening;
using QualityHub.Platform;

namespace QualityHub.Shell;

/// <summary>One line in each state, for looking at.</summary>
public static class GalleryLines
{
    public static IReadOnlyList<WallboardLine> At(TimeProvider clock) =>
    [
        InCall(clock, "Camille Bernard", "Factures", CallState.Talking, 192) with { BannerReady = true, Listeners = ["Léa Martin"], CanListen = true },
        InCall(clock, "Sofia Diallo", "Sinistres", CallState.Hold, 40) with { BannerReady = true, CanListen = true },
        InCall(clock, "Hugo Thomas", "Ventes", CallState.Payment, 422) with { BannerReady = true, WhyNot = "CallNotAvailable" },
        InCall(clock, "Inès Robert", "Factures", CallState.Talking, 4000) with { WhyNot = "BannerNotReady" },
        InCall(clock, "Malik Petit", "Ventes", CallState.Announcement, 6) with { BannerReady = true, Simulated = true, WhyNot = "CallNotAvailable" },
        InCall(clock, "Noé Garnier", "Sinistres", CallState.Talking, 75) with { BannerReady = true, Listeners = ["Vous"], Mine = Id.New<ListeningSessionId>(clock) },
        InCall(clock, "Zoé Laurent", "Ventes", CallState.WrapUp, 12) with { Call = null },
        InCall(clock, "Yann Le Goff", "Ventes", CallState.Free, 0) with { Call = null, Queue = null, Since = null, BannerReady = true },
    ];

    private static WallboardLine InCall(TimeProvider clock, string name, string queue, CallState state, int seconds) => new()
    {
        Agent = Id.New<AgentId>(clock),
        Name = name,
        Team = "Équipe Nord",
        Queue = queue,
        Call = Id.New<CallId>(clock),
        State = state,
        Since = clock.GetUtcNow().AddSeconds(-seconds),
    };
}
