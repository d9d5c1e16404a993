using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using QualityHub.Access;
using QualityHub.Platform;

namespace QualityHub.Listening;

/// <summary>The supervisors' home: who is on the phone, whether anyone is being heard, and one button to listen.</summary>
public sealed partial class WallboardPage
{
    private const string Address = "/wallboard";

    private IReadOnlyList<WallboardLine> _lines = [];
    private ListeningView? _mine;
    private Refusal? _refusal;

    [Inject] public required IStringLocalizer<WallboardWords> Words { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [SupplyParameterFromQuery(Name = "team")] private string? Team { get; set; }

    [SupplyParameterFromQuery(Name = "queue")] private string? Queue { get; set; }

    [SupplyParameterFromQuery(Name = "listenable")] private bool Listenable { get; set; }

    [SupplyParameterFromQuery(Name = "q")] private string? Search { get; set; }

    private WallboardFilter Filter => new(Team, Queue, Listenable, Search);

    protected override void Look(Person person)
    {
        _lines = Board.LinesFor(person);
        _mine = Board.RunningOf(person);
    }

    private void Narrow(WallboardFilter filter) => Navigation.NavigateTo(filter.Address(Address), replace: true);

    private async Task ListenAsync(WallboardLine line)
    {
        if (Person is null || line.Call is not { } call)
        {
            return;
        }

        var started = await Board.StartAsync(Person, call, Left);
        _refusal = started.Refusal;
        Look(Person);
        if (started.Succeeded)
        {
            Navigation.NavigateTo($"/listening/{started.Value}");
        }
    }
}
