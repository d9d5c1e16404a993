using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using QualityHub.Access;

namespace QualityHub.Desk;

/// <summary>The agent's home: is the banner ready, which call, who has listened and why it ended.</summary>
public sealed partial class DeskPage
{
    private IReadOnlyList<ListenedTo>? _history;
    private Person? _person;

    [Inject] public required IStringLocalizer<DeskWords> Words { get; init; }

    [Inject] public required CurrentPerson Current { get; init; }

    [Inject] public required AgentTrust Trust { get; init; }

    [Inject] public required MyListening MyListening { get; init; }

    protected override async Task OnInitializedAsync()
    {
        if (await Current.GetAsync() is not { } person)
        {
            return;
        }

        _person = person;
        _history = await MyListening.ReadAsync(person);
    }
}
