using System.Collections.Concurrent;

namespace QualityHub.Access;

/// <summary>Which accounts signed in on which device, and when last. From memory; the table behind it is read at start.</summary>
public sealed class DeviceLog(TimeProvider clock)
{
    private readonly ConcurrentDictionary<(AccountId Account, DeviceId Device), DateTimeOffset> _last = new();

    public Task<bool> SignedInWithinAsync(AccountId account, DeviceId device, TimeSpan within) =>
        Task.FromResult(SignedInWithin(account, device, within));

    /// <summary>A sign-in in the future counts as recent: after a clock jumped back, "yes" is the answer that fails closed.</summary>
    public bool SignedInWithin(AccountId account, DeviceId device, TimeSpan within) =>
        _last.TryGetValue((account, device), out var at) && clock.GetUtcNow() - at <= within;

    internal void Know(AccountId account, DeviceId device, DateTimeOffset at) => _last[(account, device)] = at;
}
