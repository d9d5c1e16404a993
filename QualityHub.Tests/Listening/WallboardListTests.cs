using Bunit;
using Microsoft.Extensions.DependencyInjection;
using QualityHub.Calls;
using QualityHub.Listening;
using QualityHub.Platform;

namespace QualityHub.Tests.Listening;

public sealed class WallboardListTests : BunitContext
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    public WallboardListTests()
    {
        Services.AddLocalization();
        Services.AddSingleton(TimeProvider.System);
    }

    [Fact]
    public void Two_calls_that_cannot_be_heard_read_exactly_alike()
    {
        var list = Show([Talking("Hugo") with { WhyNot = "CallNotAvailable" }, Talking("Inès") with { WhyNot = "CallNotAvailable" }]);

        var actions = list.FindAll(".qh-line-action").Select(action => action.InnerHtml).Distinct();

        Assert.Single(actions);
    }

    [Fact]
    public void A_call_that_can_be_heard_offers_to_listen_and_says_to_whom()
    {
        WallboardLine? pressed = null;
        var camille = Talking("Camille") with { CanListen = true };
        var list = Render<WallboardList>(parameters => parameters
            .Add(board => board.Lines, [camille])
            .Add(board => board.OnListen, line => pressed = line));

        list.Find("button[data-listen]").Click();

        Assert.Equal(camille, pressed);
    }

    [Fact]
    public void Who_listens_is_named_on_the_line()
    {
        var list = Show([Talking("Camille") with { Listeners = ["Léa Martin"] }]);

        Assert.Contains("Léa Martin", list.Find(".qh-chip-heard").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_keep_their_place_while_someone_points_at_them()
    {
        WallboardLine anna = Free("Anna"), bruno = Free("Bruno");
        var list = Show([anna, bruno]);
        list.Find(".qh-board").TriggerEvent("onmouseenter", new Microsoft.AspNetCore.Components.Web.MouseEventArgs());

        list.Render(parameters => parameters.Add(board => board.Lines, [anna, bruno with { Call = Id.New<CallId>(TimeProvider.System), State = CallState.Talking }]));

        Assert.Equal(["Anna", "Bruno"], NamesIn(list));
    }

    [Fact]
    public void Lines_in_a_call_come_first_when_nobody_points_at_them()
    {
        var list = Show([Free("Anna"), Talking("Bruno")]);

        Assert.Equal(["Bruno", "Anna"], NamesIn(list));
    }

    [Fact]
    public void Only_the_lines_that_the_filter_lets_are_shown()
    {
        WallboardLine camille = Talking("Camille") with { Team = "Nord", CanListen = true }, hugo = Talking("Hugo") with { Team = "Sud" };

        Assert.Equal(["Camille"], NamesIn(Show([camille, hugo], new WallboardFilter(Team: "Nord"))));
        Assert.Equal(["Camille"], NamesIn(Show([camille, hugo], new WallboardFilter(Listenable: true))));
        Assert.Equal(["Hugo"], NamesIn(Show([camille, hugo], new WallboardFilter(Search: "hug"))));
    }

    [Fact]
    public void The_filter_stands_in_the_address() =>
        Assert.Equal("/wallboard?team=Nord&listenable=true", new WallboardFilter(Team: "Nord", Listenable: true).Address("/wallboard"));

    private IRenderedComponent<WallboardList> Show(IReadOnlyList<WallboardLine> lines, WallboardFilter? filter = null) =>
        Render<WallboardList>(parameters => parameters
            .Add(board => board.Lines, lines)
            .Add(board => board.Filter, filter ?? WallboardFilter.None));

    private static IEnumerable<string> NamesIn(IRenderedComponent<WallboardList> list) =>
        list.FindAll(".qh-line-name").Select(name => name.FirstChild!.TextContent.Trim());

    private static WallboardLine Free(string name) => new() { Agent = Id.New<AgentId>(TimeProvider.System), Name = name };

    private static WallboardLine Talking(string name) =>
        Free(name) with { Call = Id.New<CallId>(TimeProvider.System), State = CallState.Talking, Since = Noon };
}
