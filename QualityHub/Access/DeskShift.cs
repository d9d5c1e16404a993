namespace QualityHub.Access;

/// <summary>
/// The shift at a desk: a second cookie on this device, for the banner and the stop only. It outlives the idle time-out, because an agent who
/// talks does not touch the page; it ends with the sign-out, with the account, or after twelve hours.
/// </summary>
public static class DeskShift
{
    public const string Scheme = "Desk";

    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);
}
