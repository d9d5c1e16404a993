using QualityHub.Platform;

namespace QualityHub.Listening;

public readonly record struct ListeningSessionId(Guid Value) : IId<ListeningSessionId>
{
    public static ListeningSessionId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("D");
}
