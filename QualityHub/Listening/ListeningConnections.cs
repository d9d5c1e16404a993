using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;

namespace QualityHub.Listening;

/// <summary>The listeners' connections themselves, so that a packet encoded once can be written to each as it is.</summary>
public sealed class ListeningConnections(ILogger<DefaultHubLifetimeManager<ListeningHub>> logger)
    : DefaultHubLifetimeManager<ListeningHub>(logger)
{
    private readonly ConcurrentDictionary<string, HubConnectionContext> _connections = new(StringComparer.Ordinal);

    public HubConnectionContext? Find(string connectionId) => _connections.GetValueOrDefault(connectionId);

    public override Task OnConnectedAsync(HubConnectionContext connection)
    {
        _connections[connection.ConnectionId] = connection;
        return base.OnConnectedAsync(connection);
    }

    public override Task OnDisconnectedAsync(HubConnectionContext connection)
    {
        _connections.TryRemove(connection.ConnectionId, out _);
        return base.OnDisconnectedAsync(connection);
    }
}
