using System.Collections.Concurrent;
using QualityHub.Platform;

namespace QualityHub.Access;

/// <summary>
/// The open sign-ins and desk shifts. The cookie only names one; whether it is still good is decided here, for every request and every circuit.
/// Ended in memory first, on disk second: closing never waits.
/// </summary>
public sealed class SignIns(Database database, AccountChanges changes, TimeProvider clock)
{
    /// <summary>Everyone who can hear, see or change the data of others.</summary>
    public static readonly TimeSpan IdleLimit = TimeSpan.FromMinutes(15);
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    private const string Main = "main";
    private const string Desk = "desk";

    private readonly ConcurrentDictionary<SignInId, Open> _open = new();

    public bool IsLive(SignInId id) => _open.TryGetValue(id, out var open) && CauseOfEnd(open, clock.GetUtcNow()) is null;

    /// <summary>Whether the idle time-out applies to this sign-in.</summary>
    public bool Idles(SignInId id) => _open.TryGetValue(id, out var open) && open.Idles;

    internal Task<SignInId> BeginAsync(Write write, Account account, DeviceId device) =>
        BeginAsync(write, account.Id, device, Main, account.Roles.Any(role => role is not Roles.Agent));

    internal Task<SignInId> BeginShiftAsync(Write write, AccountId account, DeviceId device) => BeginAsync(write, account, device, Desk, idles: false);

    /// <summary>Somebody touched the page. False when the sign-in is over.</summary>
    public async Task<bool> TouchAsync(SignInId id, CancellationToken cancellationToken)
    {
        if (!IsLive(id) || !_open.TryGetValue(id, out var open))
        {
            return false;
        }

        var now = clock.GetUtcNow();
        open.LastActiveTicks = now.UtcTicks;
        await database.WriteAsync(write => write.ExecuteAsync("update sign_ins set last_active_at = @now where id = @id", new { id, now }), cancellationToken);
        return true;
    }

    internal async Task EndAsync(SignInId id, AccountChangeKind kind, CancellationToken cancellationToken)
    {
        if (_open.TryRemove(id, out var open))
        {
            // A shift that runs out is the banner's business only; nobody's main sign-in ends with it.
            changes.Publish(new AccountChange(open.Account, kind, id));
            await NoteEndsAsync([id], kind, cancellationToken);
        }
    }

    /// <summary>Ends every sign-in and shift of the account, on one device when one is named. Called after the commit that says why.</summary>
    internal async Task EndAllAsync(AccountId account, AccountChangeKind kind, DeviceId? device = null)
    {
        var ended = _open.Where(pair => pair.Value.Account == account && (device is null || pair.Value.Device == device))
            .Select(pair => pair.Key)
            .Where(id => _open.TryRemove(id, out _))
            .ToArray();
        if (device is null)
        {
            changes.Publish(new AccountChange(account, kind));
        }
        else
        {
            Array.ForEach(ended, id => changes.Publish(new AccountChange(account, kind, id)));
        }

        await NoteEndsAsync(ended, kind, CancellationToken.None);
    }

    /// <summary>Ends the sign-ins of the account and leaves its desk shifts: the banner stays on screen.</summary>
    internal async Task EndMainAsync(AccountId account)
    {
        foreach (var (id, _) in _open.Where(pair => pair.Value.Account == account && !pair.Value.Shift))
        {
            await EndAsync(id, AccountChangeKind.SignedOut, CancellationToken.None);
        }
    }

    /// <summary>Ends what nobody touched for a quarter of an hour, and what is twelve hours old.</summary>
    internal async Task SweepAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        foreach (var (id, open) in _open)
        {
            if (CauseOfEnd(open, now) is { } cause)
            {
                await EndAsync(id, cause, cancellationToken);
            }
        }
    }

    internal void Know(SignInId id, AccountId account, DeviceId device, bool shift, bool idles, DateTimeOffset startedAt, DateTimeOffset lastActiveAt) =>
        _open[id] = new Open(account, device, shift, idles, startedAt) { LastActiveTicks = lastActiveAt.UtcTicks };

    private static AccountChangeKind? CauseOfEnd(Open open, DateTimeOffset now) =>
        now - open.StartedAt >= Lifetime || (open.Idles && now.UtcTicks - open.LastActiveTicks >= IdleLimit.Ticks) ? AccountChangeKind.Idle : null;

    private async Task<SignInId> BeginAsync(Write write, AccountId account, DeviceId device, string kind, bool idles)
    {
        var id = Id.New<SignInId>(clock);
        var now = clock.GetUtcNow();
        await write.ExecuteAsync(
            """
            insert into sign_ins (id, account_id, device_id, kind, idles, started_at, last_active_at)
            values (@id, @account, @device, @kind, @idles, @now, @now)
            """,
            new { id, account, device, kind, idles, now });
        write.AfterCommit(() => Know(id, account, device, kind == Desk, idles, now, now));
        return id;
    }

    private Task NoteEndsAsync(IReadOnlyList<SignInId> ids, AccountChangeKind kind, CancellationToken cancellationToken) =>
        ids.Count == 0
            ? Task.CompletedTask
            : database.WriteAsync(
                async write =>
                {
                    foreach (var id in ids)
                    {
                        await write.ExecuteAsync(
                            "update sign_ins set ended_at = @now, end_cause = @cause where id = @id and ended_at is null",
                            new { id, now = clock.GetUtcNow(), cause = kind.ToString() });
                    }
                },
                cancellationToken);

    private sealed record Open(AccountId Account, DeviceId Device, bool Shift, bool Idles, DateTimeOffset StartedAt)
    {
        private long _lastActiveTicks;

        public long LastActiveTicks
        {
            get => Volatile.Read(ref _lastActiveTicks);
            set => Volatile.Write(ref _lastActiveTicks, value);
        }
    }
}
