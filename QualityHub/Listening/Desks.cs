using System.Collections.Concurrent;
using System.Security.Cryptography;
using QualityHub.Access;
using QualityHub.Platform;

namespace QualityHub.Listening;

/// <summary>
/// Every agent's desk that is connected now, and what its surfaces have proved. The freshest visible surface is what counts;
/// nothing a client says about time is believed.
/// </summary>
public sealed class Desks(TimeProvider clock, AgentTrust trust)
{
    private readonly ConcurrentDictionary<string, DeskConnection> _connections = new(StringComparer.Ordinal);

    public IEnumerable<DeskConnection> Connections => _connections.Values;

    public IEnumerable<DeskConnection> Of(AgentId agent) => _connections.Values.Where(connection => connection.Agent == agent);

    public DeskConnection? Find(string connectionId) => _connections.GetValueOrDefault(connectionId);

    public DeskConnection Connect(string connectionId, Person person, AgentId agent, bool simulated) =>
        _connections[connectionId] = new DeskConnection(connectionId, person, agent, simulated);

    public DeskConnection? Disconnect(string connectionId) =>
        _connections.TryRemove(connectionId, out var connection) ? connection : null;

    /// <summary>
    /// The banner is on screen: a surface that passed this shift's check, or shares a device with one that did, has proved itself
    /// within a lease's time, and nothing about the account waits to be confirmed.
    /// </summary>
    public bool IsReady(AgentId agent)
    {
        var now = clock.GetTimestamp();
        var seen = false;
        var isChecked = false;
        foreach (var connection in Of(agent))
        {
            if (trust.MustConfirm(connection.Person.Account))
            {
                return false;
            }

            lock (connection.Lock)
            {
                foreach (var surface in connection.Surfaces.Values)
                {
                    isChecked |= surface.Checked;
                    seen |= surface.SeenAt is { } at
                        && clock.GetElapsedTime(at, now) is var age && age >= TimeSpan.Zero && age <= ListeningGate.LeaseTime;
                }
            }
        }

        return seen && (isChecked || Of(agent).Any(connection => HasChecked(connection)));
    }

    public bool IsSimulated(AgentId agent) => Of(agent).Any(connection => connection.Simulated);

    /// <summary>The check was done on this device in this shift: a refresh does not ask for it again.</summary>
    public void RememberCheck(DeskConnection connection)
    {
        if (connection.Person.Device is { } device)
        {
            _checkedDevices[(connection.Agent, device)] = clock.GetUtcNow();
        }
    }

    public static string NewNonce() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    private static readonly TimeSpan Shift = TimeSpan.FromHours(12);
    private readonly ConcurrentDictionary<(AgentId Agent, DeviceId Device), DateTimeOffset> _checkedDevices = new();

    private bool HasChecked(DeskConnection connection) =>
        connection.Person.Device is { } device
        && _checkedDevices.TryGetValue((connection.Agent, device), out var at)
        && clock.GetUtcNow() - at < Shift;
}
