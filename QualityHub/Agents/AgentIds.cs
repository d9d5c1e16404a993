using QualityHub.Platform;

namespace QualityHub.Agents;

public readonly record struct TeamId(Guid Value) : IId<TeamId>
{
    public static TeamId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("D");
}

public readonly record struct QueueId(Guid Value) : IId<QueueId>
{
    public static QueueId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("D");
}
