using System.Globalization;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;
using QualityHub.Desk;

namespace QualityHub.Tests.Desk;

public sealed class ListenedToListTests : BunitContext
{
    private static readonly DateTimeOffset Live = new(2026, 3, 2, 13, 3, 0, TimeSpan.Zero);

    public ListenedToListTests()
    {
        CultureInfo.CurrentUICulture = new CultureInfo("fr-FR");
        Services.AddLocalization();
        Services.AddMudServices();
        JSInterop.Mode = JSRuntimeMode.Loose;
    }

    [Fact]
    public void The_agent_reads_who_listened_how_long_why_and_that_they_ended_it()
    {
        var list = Render<ListenedToList>(parameters => parameters.Add(list => list.Sessions,
        [
            new ListenedTo { Listener = "Léa Martin", Purpose = "evaluation", LiveAt = Live, EndedAt = Live.AddSeconds(192), Cause = "StoppedByAgent" },
        ]));

        var cells = list.FindAll("tbody td").Select(cell => cell.TextContent.Trim()).ToList();

        Assert.Equal("Léa Martin", cells[0]);
        Assert.Equal("3 min 12 s", cells[2]);
        Assert.Equal("évaluation", cells[3]);
        Assert.Equal("Vous y avez mis fin", cells[4]);
    }

    [Fact]
    public void Every_cause_has_words_of_its_own()
    {
        foreach (var cause in Enum.GetNames<QualityHub.Listening.EndCause>())
        {
            var list = Render<ListenedToList>(parameters => parameters.Add(list => list.Sessions,
            [
                new ListenedTo { Listener = "Léa Martin", Purpose = "training", LiveAt = Live, EndedAt = Live, Cause = cause },
            ]));

            Assert.DoesNotContain($"Cause_{cause}", list.Markup, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Nobody_yet_is_said_in_words()
    {
        var list = Render<ListenedToList>(parameters => parameters.Add(list => list.Sessions, []));

        Assert.Contains("Personne ne vous a encore écouté", list.Markup, StringComparison.Ordinal);
    }
}
