namespace QualityHub.Access;

/// <summary>Every five seconds, ends the sign-ins whose time is over.</summary>
internal sealed partial class IdleSweep(SignIns signIns, TimeProvider clock, ILogger<IdleSweep> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var often = new PeriodicTimer(TimeSpan.FromSeconds(5), clock);
        while (await often.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await signIns.SweepAsync(stoppingToken);
            }
            catch (Exception surprise) when (surprise is not OperationCanceledException)
            {
                LogFailed(log, surprise);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Ending idle sign-ins failed; the next round tries again.")]
    private static partial void LogFailed(ILogger log, Exception surprise);
}
