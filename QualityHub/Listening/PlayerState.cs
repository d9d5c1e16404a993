namespace QualityHub.Listening;

/// <summary>
/// What the player in the page is doing: waiting, live, hold, payment, silent, reconnecting or ended; why it ended where a supervisor may
/// know (hang_up, time_limit, left, connection); and whether the browser lets the page sound.
/// </summary>
public sealed record PlayerState(string State, string? Why, bool Awake);
