using QualityHub.Platform;

namespace QualityHub.Access;

public readonly record struct AccountId(Guid Value) : IId<AccountId>
{
    public static AccountId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("D");
}

/// <summary>One browser on one machine, known by a long-lived cookie: who signed in on it, and which banners it has drawn.</summary>
public readonly record struct DeviceId(Guid Value) : IId<DeviceId>
{
    public static DeviceId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("D");
}

/// <summary>One sign-in of one account in one browser, or one desk shift there: revoked, idle or expired, it ends alone.</summary>
public readonly record struct SignInId(Guid Value) : IId<SignInId>
{
    public static SignInId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("D");
}
