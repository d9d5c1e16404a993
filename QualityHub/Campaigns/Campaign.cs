using QualityHub.Platform;

namespace QualityHub.Campaigns;

public readonly record struct CampaignId(Guid Value) : IId<CampaignId>
{
    public static CampaignId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("D");
}

/// <summary>The closed list of reasons for which a call may be listened to. There is no "other".</summary>
public enum Purpose
{
    Training,
    Evaluation,
    ServiceQuality,
}

public static class Purposes
{
    /// <summary>How a purpose is written in the database, the ledger and on the wire.</summary>
    public static string Code(this Purpose purpose) => purpose switch
    {
        Purpose.Training => "training",
        Purpose.Evaluation => "evaluation",
        _ => "service_quality",
    };

    public static Purpose Parse(string code) => code switch
    {
        "training" => Purpose.Training,
        "evaluation" => Purpose.Evaluation,
        "service_quality" => Purpose.ServiceQuality,
        _ => throw new FormatException($"'{code}' is not a purpose."),
    };
}

/// <summary>The plan under which calls may be listened to, between two instants, for one purpose.</summary>
public sealed record Campaign
{
    public CampaignId Id { get; init; }

    public required string Name { get; init; }

    public Purpose Purpose { get; init; }

    public DateTimeOffset StartsAt { get; init; }

    public DateTimeOffset EndsAt { get; init; }
}
