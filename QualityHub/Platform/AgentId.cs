namespace QualityHub.Platform;

/// <summary>An agent of the call centre. It lives down here because a sign-in carries it and the rooms above share it.</summary>
public readonly record struct AgentId(Guid Value) : IId<AgentId>
{
    public static AgentId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("D");
}
