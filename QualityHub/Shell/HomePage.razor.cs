using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;
using QualityHub.Access;

namespace QualityHub.Shell;

/// <summary>The start page leads everyone to their own first room; who has none yet reads what they will find.</summary>
public sealed partial class HomePage
{
    private string? _welcome;

    [Inject] public required IStringLocalizer<ShellWords> Words { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [CascadingParameter] private Task<AuthenticationState>? Authentication { get; set; }

    protected override async Task OnInitializedAsync()
    {
        if (Authentication is null || Person.From((await Authentication).User) is not { } person)
        {
            return;
        }

        if (Room.FirstFor(person) is { } first)
        {
            Navigation.NavigateTo(first);
            return;
        }

        _welcome = person.Is(Roles.Trainer) ? "TrainerHome" : person.Is(Roles.WorksCouncil) ? "CouncilHome" : "NobodyHome";
    }
}
