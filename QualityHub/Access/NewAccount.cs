namespace QualityHub.Access;

/// <summary>What an administrator says of a new account.</summary>
public sealed record NewAccount
{
    public required string UserName { get; init; }

    /// <summary>The name that banners and wallboards show.</summary>
    public required string Name { get; init; }

    public IReadOnlyList<string> Roles { get; init; } = [];
}

/// <param name="Account">The account.</param>
/// <param name="OneTimePassword">To be shown once and handed over: its owner must choose another at the first sign-in.</param>
public sealed record CreatedAccount(AccountId Account, string OneTimePassword);
