using System.ComponentModel.DataAnnotations;

namespace QualityHub.Listening;

/// <summary>How long things may last. Section <c>Listening</c>. What the law or the product fixes is a constant, not a setting.</summary>
public sealed class ListeningOptions
{
    public const string Section = "Listening";

    /// <summary>No session lasts longer, whatever is configured.</summary>
    public const int CeilingMinutes = 60;

    /// <summary>How long one session may last, in minutes.</summary>
    [Range(1, CeilingMinutes)]
    public int LimitMinutes { get; init; } = 30;

    /// <summary>Without a visible banner for this long, the session is over and the call closed.</summary>
    public static TimeSpan BannerLostAfter => TimeSpan.FromSeconds(20);

    /// <summary>A payment pause that lasts longer ends the listening.</summary>
    public static TimeSpan PaymentAtMost => TimeSpan.FromMinutes(10);

    /// <summary>A page that lost its connection may come back this long after; then its listener has left.</summary>
    public static TimeSpan RejoinWithin => TimeSpan.FromSeconds(3);

    /// <summary>A page that was just opened may take this long to join.</summary>
    public static TimeSpan JoinWithin => TimeSpan.FromSeconds(15);

    public static TimeSpan CountEvery => TimeSpan.FromSeconds(5);

    public static TimeSpan PingEvery => TimeSpan.FromSeconds(2);

    /// <summary>Who signed in on a device within this time cannot have its banner count as the agent's.</summary>
    public static TimeSpan OwnDeviceWithin => TimeSpan.FromHours(12);
}
