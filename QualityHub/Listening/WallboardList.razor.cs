using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace QualityHub.Listening;

/// <summary>The lines, filtered and in a calm order. It knows nothing of where they come from.</summary>
public sealed partial class WallboardList
{
    /// <summary>Fewer lines than this are quicker drawn whole than measured.</summary>
    private const int VirtualBeyond = 50;

    private readonly WallboardOrder _order = new();
    private List<WallboardLine> _shown = [];
    private bool _pointed;

    [Inject] public required IStringLocalizer<WallboardWords> Words { get; init; }

    [Parameter, EditorRequired] public IReadOnlyList<WallboardLine> Lines { get; set; } = [];

    [Parameter] public WallboardFilter Filter { get; set; } = WallboardFilter.None;

    [Parameter] public EventCallback<WallboardFilter> FilterChanged { get; set; }

    [Parameter] public EventCallback<WallboardLine> OnListen { get; set; }

    protected override void OnParametersSet() =>
        _shown = [.. _order.Arrange(Lines, _pointed).Where(Filter.Lets)];

    private static string? Chosen(ChangeEventArgs change) =>
        change.Value is string { Length: > 0 } chosen ? chosen : null;

    // A filter that is on stays choosable even when the last line of that name has just gone.
    private IEnumerable<string> Names(Func<WallboardLine, string?> name, string? chosen) =>
        Lines.Select(name).Append(chosen).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.CurrentCulture);

    private Task FilterAsync(WallboardFilter filter) => FilterChanged.InvokeAsync(filter);

    private void Point(bool pointed) => _pointed = pointed;
}
