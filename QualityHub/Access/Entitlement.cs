using System.Collections.Concurrent;

namespace QualityHub.Access;

/// <summary>Who may listen, right now, from memory: asked for every gate, so it never waits for the database. Unknown means no.</summary>
public sealed class Entitlement
{
    private readonly ConcurrentDictionary<AccountId, Known> _accounts = new();

    /// <summary>The account is active and a supervisor.</summary>
    public bool MayListen(AccountId account) => Is(account, Roles.Supervisor);

    public bool Is(AccountId account, string role) =>
        _accounts.TryGetValue(account, out var known) && known.Active && known.Roles.Contains(role);

    public bool IsActive(AccountId account) => _accounts.TryGetValue(account, out var known) && known.Active;

    internal void Know(Account account) => Know(account.Id, account.Active, account.Roles);

    internal void Know(AccountId account, bool active, IEnumerable<string> roles) =>
        _accounts[account] = new Known(active, roles.ToHashSet(StringComparer.Ordinal));

    private sealed record Known(bool Active, IReadOnlySet<string> Roles);
}
