using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace QualityHub.Listening;

/// <summary>One agent's line. It is drawn again only when what it says has changed; the duration counts on by itself.</summary>
public sealed partial class WallboardRow
{
    private WallboardLine? _drawn;

    [Inject] public required IStringLocalizer<WallboardWords> Words { get; init; }

    /// <summary>The sentences for "not now" are the same ones the use case answers with.</summary>
    [Inject] public required IStringLocalizer<ListeningWords> Neutral { get; init; }

    [Parameter, EditorRequired] public required WallboardLine Line { get; set; }

    [Parameter] public EventCallback<WallboardLine> OnListen { get; set; }

    protected override bool ShouldRender()
    {
        var same = _drawn is { } drawn
            && drawn with { Listeners = [] } == Line with { Listeners = [] }
            && drawn.Listeners.SequenceEqual(Line.Listeners);
        _drawn = Line;
        return !same;
    }
}
