using QualityHub.Calls;
using QualityHub.Platform;

namespace QualityHub.Listening;

/// <summary>Calls first, then names. While someone points at the list nothing changes place: what they aim at stays where it is.</summary>
public sealed class WallboardOrder
{
    private IReadOnlyList<AgentId> _shown = [];

    public IReadOnlyList<WallboardLine> Arrange(IReadOnlyList<WallboardLine> lines, bool keep)
    {
        var places = keep ? _shown.Select((agent, place) => (agent, place)).ToDictionary(at => at.agent, at => at.place) : [];
        List<WallboardLine> arranged = [.. lines
            .OrderBy(line => places.GetValueOrDefault(line.Agent, int.MaxValue))
            .ThenBy(line => line.State is CallState.Free or CallState.WrapUp)
            .ThenBy(line => line.Name, StringComparer.CurrentCulture)];
        _shown = [.. arranged.Select(line => line.Agent)];
        return arranged;
    }
}
