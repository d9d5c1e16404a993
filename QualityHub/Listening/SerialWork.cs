namespace QualityHub.Listening;

/// <summary>One thing after the other, in the order asked for, on nobody's thread: a session's ledger entries never overtake one another.</summary>
public sealed class SerialWork
{
    private readonly Lock _lock = new();
    private Task _last = Task.CompletedTask;

    public Task RunAsync(Func<Task> work)
    {
        lock (_lock)
        {
            return _last = AfterAsync(_last, work);
        }
    }

    private static async Task AfterAsync(Task before, Func<Task> work)
    {
        // Whether what came before succeeded is its own caller's business.
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ForceYielding);
        await work();
    }
}
