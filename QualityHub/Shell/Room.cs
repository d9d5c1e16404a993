using MudBlazor;
using QualityHub.Access;

namespace QualityHub.Shell;

/// <summary>A place in the navigation: where it is, what it is called, and whose it is.</summary>
public sealed record Room(string Address, string Word, string Icon, params string[] Roles)
{
    private static readonly Room[] Everywhere =
    [
        new("/wallboard", "Wallboard", Icons.Material.Outlined.SupportAgent, Access.Roles.Supervisor),
        new("/desk", "Desk", Icons.Material.Outlined.HeadsetMic, Access.Roles.Agent),
        new("/evaluations", "MyEvaluations", Icons.Material.Outlined.FactCheck, Access.Roles.Supervisor, Access.Roles.Agent),
        new("/admin/people", "People", Icons.Material.Outlined.People, Access.Roles.Administrator),
        new("/admin/agents", "Agents", Icons.Material.Outlined.Badge, Access.Roles.Administrator),
        new("/admin/connectors", "Connectors", Icons.Material.Outlined.SettingsPhone, Access.Roles.Administrator),
        new("/ledger", "Ledger", Icons.Material.Outlined.HistoryEdu, Access.Roles.DataProtectionOfficer),
    ];

    public static IEnumerable<Room> For(Person person) => Everywhere.Where(room => room.Roles.Any(person.Is));

    /// <summary>Where the start page leads this person, or null when nothing is open to them yet.</summary>
    public static string? FirstFor(Person person) => For(person).FirstOrDefault()?.Address;
}
