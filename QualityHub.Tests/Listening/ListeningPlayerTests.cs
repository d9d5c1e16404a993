using Bunit;
using Microsoft.Extensions.DependencyInjection;
using QualityHub.Listening;

namespace QualityHub.Tests.Listening;

public sealed class ListeningPlayerTests : BunitContext
{
    private static readonly ListeningSessionId Session = ListeningSessionId.From(new Guid("019a0000-0000-7000-8000-000000000001"));

    private readonly BunitJSModuleInterop _script;

    public ListeningPlayerTests()
    {
        Services.AddLocalization();
        _script = JSInterop.SetupModule("./js/listening.js");
        _script.Mode = JSRuntimeMode.Loose;
    }

    [Theory]
    [InlineData("waiting", null, "Waiting")]
    [InlineData("live", null, "Live")]
    [InlineData("hold", null, "Hold")]
    [InlineData("payment", null, "Payment")]
    [InlineData("silent", "banner", "Silent")]
    [InlineData("reconnecting", null, "Reconnecting")]
    [InlineData("ended", null, "Ended")]
    [InlineData("ended", "connection", "Ended")]
    [InlineData("ended", "hang_up", "EndedHangUp")]
    [InlineData("ended", "time_limit", "EndedTimeLimit")]
    [InlineData("ended", "left", "EndedLeft")]
    public async Task Every_state_has_its_sentence(string state, string? why, string key)
    {
        var player = Show();

        await player.InvokeAsync(() => player.Instance.OnPlayerState(state, why, awake: true));

        Assert.Equal(player.Instance.Words[key, "Camille"].Value, player.Find(".qh-player-state").TextContent);
        Assert.False(player.Instance.Words[key].ResourceNotFound);
    }

    [Fact]
    public void The_session_is_joined_once_however_often_the_page_is_drawn()
    {
        var player = Show();
        player.Render(parameters => parameters.Add(shown => shown.AgentName, "Camille B."));

        var attached = Assert.Single(_script.Invocations["attach"]);
        Assert.Equal(Session.ToString(), attached.Arguments[1]);
    }

    [Fact]
    public async Task A_page_that_may_not_sound_yet_offers_to_turn_the_sound_on()
    {
        var player = Show();
        Assert.Empty(player.FindAll("[data-wake]"));

        await player.InvokeAsync(() => player.Instance.OnPlayerState("live", null, awake: false));
        Assert.Single(player.FindAll("[data-wake]"));

        await player.InvokeAsync(() => player.Instance.OnPlayerState("live", null, awake: true));
        Assert.Empty(player.FindAll("[data-wake]"));
    }

    [Fact]
    public async Task Leaving_the_page_takes_the_pictures_away_and_leaves_the_sound_on()
    {
        Show();

        await DisposeComponentsAsync();

        Assert.Single(_script.Invocations["detach"]);
        Assert.Empty(_script.Invocations["leave"]);
    }

    private IRenderedComponent<ListeningPlayer> Show() => Render<ListeningPlayer>(parameters => parameters
        .Add(player => player.Session, Session)
        .Add(player => player.AgentName, "Camille"));
}
