using QualityHub.Access;
using QualityHub.Platform;

namespace QualityHub.Agents;

/// <summary>
/// Who the agents are, in memory: asked for every call event and every wallboard line. A snapshot of the tables, taken again by
/// <see cref="RefreshAsync"/> after each change.
/// </summary>
public sealed class AgentDirectory(AgentStore store) : IDisposable
{
    // Two readings side by side could end in the wrong order and leave the older one standing.
    private readonly SemaphoreSlim _oneReading = new(1, 1);
    private Snapshot _snapshot = new([], []);

    public Broadcast<Done> Changes { get; } = new();

    public IReadOnlyList<Agent> All => Volatile.Read(ref _snapshot).Agents;

    public Agent? Find(AgentId id) => All.FirstOrDefault(agent => agent.Id == id);

    public Agent? ByCode(string code) => All.FirstOrDefault(agent => string.Equals(agent.Code, code, StringComparison.OrdinalIgnoreCase));

    public Agent? ByAccount(AccountId account) => All.FirstOrDefault(agent => agent.Account == account);

    public Agent? ByExtension(Guid connector, string extension)
    {
        var mapped = Volatile.Read(ref _snapshot).Extensions
            .FirstOrDefault(row => row.Extension == extension && Guid.Parse(row.ConnectorId) == connector);
        return mapped is null ? null : Find(mapped.AgentId);
    }

    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        await _oneReading.WaitAsync(cancellationToken);
        try
        {
            var fresh = new Snapshot(await store.AllAsync(cancellationToken), await store.ExtensionsAsync(cancellationToken));
            Volatile.Write(ref _snapshot, fresh);
        }
        finally
        {
            _oneReading.Release();
        }

        Changes.Publish(Done.It);
    }

    public void Dispose() => _oneReading.Dispose();

    private sealed record Snapshot(IReadOnlyList<Agent> Agents, IReadOnlyList<ExtensionRow> Extensions);
}
