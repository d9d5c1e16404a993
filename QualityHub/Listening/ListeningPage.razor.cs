using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using QualityHub.Access;

namespace QualityHub.Listening;

/// <summary>One call being heard, and its sheet beside it. Somebody else's session is no page at all.</summary>
public sealed partial class ListeningPage
{
    private ListeningView? _view;

    [Inject] public required IStringLocalizer<WallboardWords> Words { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [Parameter] public Guid Session { get; set; }

    protected override void Look(Person person)
    {
        _view = Board.Find(person, ListeningSessionId.From(Session));
        if (_view is null)
        {
            Navigation.NotFound();
        }
    }

    // Every other end reads the same, whatever it was.
    private static string Explanation(ListeningView view) => view.Shown switch
    {
        EndCause.HangUp => "HangUpText",
        EndCause.TimeLimit => "TimeLimitText",
        EndCause.LeftByListener => "LeftText",
        _ => "EndedText",
    };

    private async Task LeaveAsync()
    {
        await Board.LeaveAsync(Person!, ListeningSessionId.From(Session), Left);
        Look(Person!);
    }
}
