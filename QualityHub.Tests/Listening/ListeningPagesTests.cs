using System.Globalization;
using System.Security.Claims;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using QualityHub.Access;
using QualityHub.Calls;
using QualityHub.Listening;
using QualityHub.Platform;

namespace QualityHub.Tests.Listening;

public sealed class ListeningPagesTests : BunitContext
{
    private readonly FakeBoard _board = new();
    private readonly ListeningSessionId _session = Id.New<ListeningSessionId>(TimeProvider.System);

    public ListeningPagesTests()
    {
        CultureInfo.CurrentUICulture = new CultureInfo("fr-FR");
        // The player talks to its script; here only what stands on the page matters.
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddLocalization();
        Services.AddSingleton(TimeProvider.System);
        Services.AddSingleton<Refusals>();
        Services.AddSingleton<ILiveBoard>(_board);
        this.AddAuthorization()
            .SetAuthorized("lea").SetRoles(Roles.Supervisor)
            .SetClaims(new Claim(ClaimTypes.NameIdentifier, Id.New<AccountId>(TimeProvider.System).ToString()), new Claim(PersonClaims.Name, "Léa Martin"));
    }

    [Fact]
    public void Listening_leads_to_the_page_of_the_session_that_was_opened()
    {
        _board.Lines = [Listenable()];
        _board.Answer = _session;
        var page = Render<WallboardPage>();

        page.Find("button[data-listen]").Click();

        Assert.EndsWith($"/listening/{_session}", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
    }

    [Fact]
    public void A_refused_listening_stays_on_the_board_and_says_one_sentence()
    {
        _board.Lines = [Listenable()];
        var page = Render<WallboardPage>();

        page.Find("button[data-listen]").Click();

        Assert.Contains("Appel non écoutable", page.Find(".qh-refusal").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void What_changes_on_the_board_reaches_the_screen()
    {
        var page = Render<WallboardPage>();
        _board.Lines = [Listenable()];

        _board.Changes.Publish(Done.It);

        page.WaitForAssertion(() => Assert.Single(page.FindAll(".qh-line")));
    }

    [Theory]
    [InlineData(EndCause.StoppedByAgent)]
    [InlineData(EndCause.BannerLost)]
    [InlineData(EndCause.CallerRefused)]
    [InlineData(EndCause.AccountRevoked)]
    public void Every_hidden_end_reads_the_same(EndCause cause)
    {
        _board.Running = View() with { Ended = true };
        var plain = Render<ListeningPage>(parameters => parameters.Add(page => page.Session, _session.Value)).Find(".qh-listening-end").TextContent;

        _board.Running = View() with { Ended = true, Shown = cause };
        var hidden = Render<ListeningPage>(parameters => parameters.Add(page => page.Session, _session.Value)).Find(".qh-listening-end").TextContent;

        Assert.Equal(plain, hidden);
    }

    [Fact]
    public void Until_the_first_sound_the_page_waits_for_the_banner_by_name()
    {
        _board.Running = View();

        var page = Render<ListeningPage>(parameters => parameters.Add(shown => shown.Session, _session.Value));

        Assert.Contains("En attente du bandeau de Camille", page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".qh-chip-heard"));
    }

    [Fact]
    public void Somebody_elses_session_is_no_page()
    {
        var page = Render<ListeningPage>(parameters => parameters.Add(shown => shown.Session, _session.Value));

        Assert.Empty(page.FindAll("h1"));
    }

    private ListeningView View() => new() { Id = _session, AgentName = "Camille" };

    private static WallboardLine Listenable() => new()
    {
        Agent = Id.New<AgentId>(TimeProvider.System),
        Name = "Camille",
        Call = Id.New<CallId>(TimeProvider.System),
        State = CallState.Talking,
        CanListen = true,
    };
}
