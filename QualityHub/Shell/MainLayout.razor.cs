using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;
using QualityHub.Access;

namespace QualityHub.Shell;

public sealed partial class MainLayout
{
    private Person? _person;

    [Inject] public required IStringLocalizer<ShellWords> Words { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [CascadingParameter] private Task<AuthenticationState>? Authentication { get; set; }

    // With <base href="/"> a bare #content would lead to the start page.
    private string SkipTo => $"{Navigation.Uri.Split('#')[0]}#content";

    protected override async Task OnParametersSetAsync() =>
        _person = Authentication is null ? null : Person.From((await Authentication).User);

    private string RolesOf(Person person) =>
        string.Join(", ", Roles.All.Where(person.Is).Select(role => Words[$"Role_{role}"].Value));
}
