namespace QualityHub.Access;

/// <summary>The closed list of roles. What each may do is decided in the use cases, deny by default.</summary>
public static class Roles
{
    public const string Agent = nameof(Agent);
    public const string Supervisor = nameof(Supervisor);
    public const string Trainer = nameof(Trainer);
    public const string DataProtectionOfficer = nameof(DataProtectionOfficer);
    public const string WorksCouncil = nameof(WorksCouncil);
    public const string Administrator = nameof(Administrator);

    public static IReadOnlyList<string> All { get; } = [Agent, Supervisor, Trainer, DataProtectionOfficer, WorksCouncil, Administrator];
}
