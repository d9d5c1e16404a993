using System.Collections.Immutable;
using QualityHub.Ledger;
using QualityHub.Platform;

namespace QualityHub.Access;

/// <summary>
/// Whether an agent's sign-in is surely the agent's. After a reset of the password by somebody else, or on a device never seen before, it is not:
/// somebody could acknowledge banners in the agent's place. Until the agent confirms there, nobody can listen to them.
/// </summary>
public sealed class AgentTrust(Database database, LedgerWriter ledger, AccountChanges changes)
{
    private const string Confirmed = "confirmed";
    private const string Pending = "pending";

    private ImmutableHashSet<AccountId> _resets = [];
    private ImmutableHashSet<(AccountId Account, DeviceId Device)> _devices = [];

    public bool MustConfirm(AccountId account) => _resets.Contains(account) || _devices.Any(pending => pending.Account == account);

    /// <summary>Whether the confirmation is due on this very device.</summary>
    public bool MustConfirmOn(AccountId account, DeviceId device) => _resets.Contains(account) || _devices.Contains((account, device));

    /// <summary>The agent says, with a fresh password, that this device is theirs.</summary>
    public Task ConfirmAsync(AccountId account, DeviceId device, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async write =>
            {
                await write.ExecuteAsync("update devices set state = @Confirmed where account_id = @account and device_id = @device", new { account, device, Confirmed });
                await write.ExecuteAsync("update accounts set reset_pending = 0 where id = @account", new { account });
                await ledger.AppendAsync(write, new LedgerEvent(LedgerKinds.DeviceConfirmed, $"account:{account}") { Subject = $"device:{device}" });
                write.AfterCommit(() =>
                {
                    ImmutableInterlocked.Update(ref _resets, resets => resets.Remove(account));
                    ImmutableInterlocked.Update(ref _devices, devices => devices.Remove((account, device)));
                    changes.Publish(new AccountChange(account, AccountChangeKind.TrustChanged));
                });
            },
            cancellationToken);

    /// <summary>"That was not me": the device is forgotten. Its sign-ins are ended by the caller.</summary>
    internal async Task ForgetAsync(Write write, AccountId account, DeviceId device)
    {
        await write.ExecuteAsync("delete from devices where account_id = @account and device_id = @device", new { account, device });
        write.AfterCommit(() =>
        {
            ImmutableInterlocked.Update(ref _devices, devices => devices.Remove((account, device)));
            changes.Publish(new AccountChange(account, AccountChangeKind.TrustChanged));
        });
    }

    /// <summary>Notes a sign-in on a device. An agent's first device ever, with a password of their own, is trusted; every later one waits.</summary>
    internal async Task SignedInAsync(Write write, Account account, DeviceId device, DateTimeOffset now, bool trusted)
    {
        var known = await write.QuerySingleOrDefaultAsync<string>(
            "select state from devices where account_id = @Id and device_id = @device", new { account.Id, device });
        if (known is not null)
        {
            await write.ExecuteAsync(
                "update devices set last_signed_in_at = @now where account_id = @Id and device_id = @device", new { account.Id, device, now });
            return;
        }

        var others = await write.QuerySingleOrDefaultAsync<long>("select count(*) from devices where account_id = @Id", new { account.Id });
        var waits = account.Agent is not null && !trusted && (others > 0 || account.ResetPending);
        await write.ExecuteAsync(
            """
            insert into devices (account_id, device_id, first_signed_in_at, last_signed_in_at, state)
            values (@Id, @device, @now, @now, @state)
            """,
            new { account.Id, device, now, state = waits ? Pending : Confirmed });
        await ledger.AppendAsync(write, new LedgerEvent(LedgerKinds.NewDevice, $"account:{account.Id}")
        {
            Subject = $"device:{device}",
            Result = waits ? Pending : "ok",
        });
        if (waits)
        {
            write.AfterCommit(() =>
            {
                ImmutableInterlocked.Update(ref _devices, devices => devices.Add((account.Id, device)));
                changes.Publish(new AccountChange(account.Id, AccountChangeKind.TrustChanged));
            });
        }
    }

    /// <summary>Somebody else set the password of an agent.</summary>
    internal void ResetBySomeoneElse(Write write, AccountId account) => write.AfterCommit(() =>
    {
        ImmutableInterlocked.Update(ref _resets, resets => resets.Add(account));
        changes.Publish(new AccountChange(account, AccountChangeKind.TrustChanged));
    });

    internal void Know(IEnumerable<AccountId> resets, IEnumerable<(AccountId Account, DeviceId Device)> devices)
    {
        _resets = [.. resets];
        _devices = [.. devices];
    }
}
