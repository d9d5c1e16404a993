using QualityHub.Platform;

namespace QualityHub.Listening;

/// <summary>Draws again when something changed, at most five times a second: what comes in between is drawn together.</summary>
public static class LiveFollower
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>Runs until <paramref name="left"/> is cancelled or the broadcast ends.</summary>
    public static async Task FollowAsync(
        Broadcast<Done>.Subscription changes, Func<Task> draw, TimeProvider clock, CancellationToken left)
    {
        try
        {
            while (await changes.Reader.WaitToReadAsync(left))
            {
                while (changes.Reader.TryRead(out _))
                {
                }

                await draw();
                await Task.Delay(Pause, clock, left);
            }
        }
        catch (OperationCanceledException)
        {
            // The page is gone.
        }
    }
}
