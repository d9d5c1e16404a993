using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using QualityHub.Access;

namespace QualityHub.Shell;

/// <summary>The rooms of this person's roles and no others.</summary>
public sealed partial class NavigationRail
{
    [Inject] public required IStringLocalizer<ShellWords> Words { get; init; }

    [Parameter, EditorRequired] public Person? Person { get; set; }
}
