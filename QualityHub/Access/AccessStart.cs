using Dapper;
using QualityHub.Platform;

namespace QualityHub.Access;

/// <summary>Before the first request: what the database knows about accounts, devices and open sign-ins is read into memory.</summary>
internal sealed partial class AccessStart(
    Database database, AccountStore accounts, Entitlement entitlement, DeviceLog devices, AgentTrust trust, SignIns signIns,
    FirstSetUp setUp, IHostEnvironment environment, IConfiguration configuration, ILogger<AccessStart> log) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!environment.IsDevelopment() && !await accounts.AnyAsync(cancellationToken))
        {
            var address = configuration["Urls"]?.Split(';')[0] ?? string.Empty;
            LogSetUp(log, $"{address}/set-up?token={setUp.Issue()}");
        }

        foreach (var account in await accounts.AllAsync(cancellationToken))
        {
            entitlement.Know(account.Id, account.Active, account.Roles);
        }

        await database.ReadAsync(
            async connection =>
            {
                var known = (await connection.QueryAsync<DeviceRow>(
                    "select account_id as account, device_id as device, last_signed_in_at as at, state from devices")).ToList();
                known.ForEach(row => devices.Know(row.Account, row.Device, row.At));
                trust.Know(
                    await connection.QueryAsync<AccountId>("select id from accounts where reset_pending = 1"),
                    known.Where(row => row.State == "pending").Select(row => (row.Account, row.Device)));

                foreach (var row in await connection.QueryAsync<SignInRow>(
                    """
                    select id, account_id as account, device_id as device, kind, idles, started_at, last_active_at
                      from sign_ins
                     where ended_at is null
                    """))
                {
                    signIns.Know(row.Id, row.Account, row.Device, row.Kind == "desk", row.Idles, row.StartedAt, row.LastActiveAt);
                }

                return Done.It;
            },
            cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // The one secret that is meant to be read on the console: it makes the first administrator, once.
    [LoggerMessage(Level = LogLevel.Warning, Message = "No account yet. Open this link once, within 24 hours, to create the first administrator: {Link}")]
    private static partial void LogSetUp(ILogger log, string link);

    private sealed record DeviceRow
    {
        public AccountId Account { get; init; }

        public DeviceId Device { get; init; }

        public DateTimeOffset At { get; init; }

        public string State { get; init; } = string.Empty;
    }

    private sealed record SignInRow
    {
        public SignInId Id { get; init; }

        public AccountId Account { get; init; }

        public DeviceId Device { get; init; }

        public string Kind { get; init; } = string.Empty;

        public bool Idles { get; init; }

        public DateTimeOffset StartedAt { get; init; }

        public DateTimeOffset LastActiveAt { get; init; }
    }
}
