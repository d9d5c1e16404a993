using QualityHub.Platform;

namespace QualityHub.Access;

/// <summary>An account as ASP.NET Core Identity works with it: loaded whole, changed in memory, saved whole.</summary>
public sealed class Account
{
    public AccountId Id { get; init; }

    public string UserName { get; set; } = string.Empty;

    public string NormalizedUserName { get; set; } = string.Empty;

    /// <summary>The name that banners and wallboards show.</summary>
    public string Name { get; set; } = string.Empty;

    public string? PasswordHash { get; set; }

    public string SecurityStamp { get; set; } = string.Empty;

    public bool Active { get; set; } = true;

    public AgentId? Agent { get; set; }

    public bool TwoFactor { get; set; }

    /// <summary>The shared secret of the authenticator app, encrypted with Data Protection.</summary>
    public string? AuthenticatorKey { get; set; }

    /// <summary>SHA-256 of each unused recovery code, separated by spaces.</summary>
    public string RecoveryCodes { get; set; } = string.Empty;

    public int FailedCount { get; set; }

    public DateTimeOffset? LockedUntil { get; set; }

    /// <summary>The password was chosen by somebody else: nothing opens before its owner has set a new one.</summary>
    public bool MustChangePassword { get; set; }

    /// <summary>Somebody else reset the password and the owner has not yet confirmed a device since.</summary>
    public bool ResetPending { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public IReadOnlyList<string> Roles { get; set; } = [];

    public bool Is(string role) => Roles.Contains(role);
}

/// <summary>An account as administrators see it.</summary>
public sealed record AccountSummary
{
    public AccountId Id { get; init; }

    public required string UserName { get; init; }

    public required string Name { get; init; }

    public bool Active { get; init; }

    public AgentId? Agent { get; init; }

    public IReadOnlyList<string> Roles { get; init; } = [];

    public bool HasSecondFactor { get; init; }

    public DateTimeOffset? LastSignInAt { get; init; }
}
