using System.Security.Claims;
using QualityHub.Platform;

namespace QualityHub.Access;

/// <summary>Who is asking, as the use cases see them: read from the sign-in, never from what a client sends.</summary>
/// <param name="Account">The account.</param>
/// <param name="Name">The name shown on banners and wallboards.</param>
/// <param name="Agent">The agent this account is, when it is one.</param>
/// <param name="Device">The browser the sign-in came from.</param>
/// <param name="Roles">The roles of the account.</param>
public sealed record Person(AccountId Account, string Name, AgentId? Agent, DeviceId? Device, IReadOnlySet<string> Roles)
{
    public bool Is(string role) => Roles.Contains(role);

    /// <summary>Reads the claims that sign-in wrote, or null for someone who is not signed in.</summary>
    public static Person? From(ClaimsPrincipal? principal)
    {
        if (principal?.Identity?.IsAuthenticated != true
            || !Id.TryParse<AccountId>(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var account))
        {
            return null;
        }

        return new Person(
            account,
            principal.FindFirstValue(PersonClaims.Name) ?? string.Empty,
            Id.TryParse<AgentId>(principal.FindFirstValue(PersonClaims.Agent), out var agent) ? agent : null,
            Id.TryParse<DeviceId>(principal.FindFirstValue(PersonClaims.Device), out var device) ? device : null,
            principal.FindAll(ClaimTypes.Role).Select(claim => claim.Value).ToHashSet(StringComparer.Ordinal));
    }
}

/// <summary>The claims of QualityHub's own, beside the framework's account id and role.</summary>
public static class PersonClaims
{
    public const string Name = "qh:name";
    public const string Agent = "qh:agent";
    public const string Device = "qh:device";

    /// <summary>The sign-in itself: revoked, idle or expired, it ends alone.</summary>
    public const string SignIn = "qh:sign-in";
}
