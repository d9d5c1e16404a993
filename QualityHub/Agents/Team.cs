namespace QualityHub.Agents;

public sealed record Team
{
    public TeamId Id { get; init; }

    public required string Name { get; init; }
}

public sealed record Queue
{
    public QueueId Id { get; init; }

    public required string Name { get; init; }
}
