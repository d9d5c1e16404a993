using QualityHub.Platform;

namespace QualityHub.Access;

public enum AccountChangeKind
{
    /// <summary>The account was disabled: everything it has open ends.</summary>
    Revoked,

    /// <summary>Its roles or its agent changed: its sign-ins have ended and what it has open ends.</summary>
    RolesChanged,

    /// <summary>A new device, a password reset by someone else, or a confirmation: see <see cref="AgentTrust"/>.</summary>
    TrustChanged,

    /// <summary>One sign-in ended because nobody touched it, or because it was twelve hours old.</summary>
    Idle,

    /// <summary>One sign-in was ended by its owner.</summary>
    SignedOut,
}

/// <param name="SignIn">The sign-in that ended, where it is one; null when every one of the account is meant.</param>
public sealed record AccountChange(AccountId Account, AccountChangeKind Kind, SignInId? SignIn = null);

/// <summary>Tells the rooms above, at once, that somebody may no longer do what they are doing. Published after the commit.</summary>
public sealed class AccountChanges
{
    public Broadcast<AccountChange> Broadcast { get; } = new();

    public void Publish(AccountChange change) => Broadcast.Publish(change);

    public Broadcast<AccountChange>.Subscription Subscribe(int capacity) => Broadcast.Subscribe(capacity);
}
