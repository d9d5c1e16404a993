using QualityHub.Access;
using QualityHub.Platform;

namespace QualityHub.Listening;

/// <summary>One tab of one agent, as far as the banner is concerned. Guarded by its own lock; touched by the hub and the pinger.</summary>
public sealed class DeskConnection(string id, Person person, AgentId agent, bool simulated)
{
    /// <summary>A ping is good for one answer per surface, for as long as a lease.</summary>
    private readonly Queue<(string Nonce, long SentAt)> _pings = new();

    public Lock Lock { get; } = new();

    public string Id { get; } = id;

    public Person Person { get; } = person;

    public AgentId Agent { get; } = agent;

    public bool Simulated { get; } = simulated;

    public Dictionary<string, DeskSurface> Surfaces { get; } = new(StringComparer.Ordinal);

    public void Pinged(string nonce, long now)
    {
        lock (Lock)
        {
            _pings.Enqueue((nonce, now));
            while (_pings.Count > 3)
            {
                var (forgotten, _) = _pings.Dequeue();
                foreach (var surface in Surfaces.Values)
                {
                    surface.AnsweredPings.Remove(forgotten);
                }
            }
        }
    }

    /// <summary>Whether this ping was sent to this connection lately and this surface has not answered it yet.</summary>
    public bool TryAnswer(DeskSurface surface, string nonce, long now, TimeProvider clock)
    {
        foreach (var (sent, at) in _pings)
        {
            var age = clock.GetElapsedTime(at, now);
            if (sent == nonce && age >= TimeSpan.Zero && age <= ListeningGate.LeaseTime)
            {
                return surface.AnsweredPings.Add(nonce);
            }
        }

        return false;
    }
}
