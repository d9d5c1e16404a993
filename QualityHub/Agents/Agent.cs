using QualityHub.Access;
using QualityHub.Platform;

namespace QualityHub.Agents;

/// <summary>An employee who takes calls, as the telephone system and the wallboard know them.</summary>
public sealed record Agent
{
    public AgentId Id { get; init; }

    /// <summary>The telephone system's login for this agent; unique, compared without regard to case.</summary>
    public required string Code { get; init; }

    public required string Name { get; init; }

    public TeamId? Team { get; init; }

    public string? TeamName { get; init; }

    /// <summary>The account that is this agent: the one whose browser draws the banner.</summary>
    public AccountId? Account { get; init; }

    public bool Active { get; init; }

    public bool Simulated { get; init; }
}
