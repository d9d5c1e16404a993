using Microsoft.AspNetCore.SignalR;
using QualityHub.Calls;
using QualityHub.Platform;

namespace QualityHub.Listening;

/// <summary>
/// Whether one listener may hear one call at this very instant. A lease that fails closed: whatever is unknown, old or negative closes it.
/// Opening takes two steps, so that the ledger has its entry first: <see cref="TryBeginOpening"/>, write, <see cref="Open"/>.
/// All methods are safe from any thread; none waits.
/// </summary>
public sealed class ListeningGate(TimeProvider clock)
{
    /// <summary>How long the last proof that the banner is drawn stays good.</summary>
    public static readonly TimeSpan LeaseTime = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private readonly Dictionary<(AgentId Agent, string Surface), long> _leases = [];
    private CallFacts _facts = CallFacts.AtStart;
    private bool _entitled = true;
    private bool _counted = true;
    private bool _ended;
    private bool _open;
    private int _opening;
    private bool _isOpening;

    /// <summary>A surface of this agent has drawn the banner for this session, or proved again that it still shows it.</summary>
    public void Renew(AgentId agent, string surface, long at)
    {
        lock (_lock)
        {
            _leases[(agent, surface)] = at;
        }
    }

    /// <summary>The surface is hidden, gone, or was never to be believed. Answers whether that closed an open gate.</summary>
    public bool Drop(AgentId agent, string surface)
    {
        lock (_lock)
        {
            _leases.Remove((agent, surface));
            return CloseUnlessPermitted(clock.GetTimestamp());
        }
    }

    public bool OnFacts(CallFacts facts)
    {
        lock (_lock)
        {
            _facts = facts;
            return CloseUnlessPermitted(clock.GetTimestamp());
        }
    }

    /// <summary>The listener may no longer listen; for good.</summary>
    public bool Disentitle()
    {
        lock (_lock)
        {
            _entitled = false;
            return CloseUnlessPermitted(clock.GetTimestamp());
        }
    }

    /// <summary>Whether the media counters could be written: what cannot be accounted for is not heard.</summary>
    public bool Counted(bool written)
    {
        lock (_lock)
        {
            _counted = written;
            return CloseUnlessPermitted(clock.GetTimestamp());
        }
    }

    /// <summary>Closes for good.</summary>
    public void End()
    {
        lock (_lock)
        {
            _ended = true;
            _leases.Clear();
            Close();
        }
    }

    /// <summary>Closes when a lease has run out. Answers whether that closed an open gate.</summary>
    public bool Sweep()
    {
        lock (_lock)
        {
            return CloseUnlessPermitted(clock.GetTimestamp());
        }
    }

    /// <summary>Everything but the ledger says yes: answers a token for <see cref="Open"/>, or null.</summary>
    public int? TryBeginOpening()
    {
        lock (_lock)
        {
            if (_open || _isOpening || !IsPermitted(clock.GetTimestamp()))
            {
                return null;
            }

            _isOpening = true;
            return ++_opening;
        }
    }

    /// <summary>The entry is on disk. Opens unless anything has closed since; answers whether it is open.</summary>
    public bool Open(int token)
    {
        lock (_lock)
        {
            if (token != _opening || !_isOpening)
            {
                return false;
            }

            _isOpening = false;
            _open = IsPermitted(clock.GetTimestamp());
            return _open;
        }
    }

    /// <summary>The entry could not be written.</summary>
    public void GiveUpOpening(int token)
    {
        lock (_lock)
        {
            if (token == _opening)
            {
                _isOpening = false;
            }
        }
    }

    /// <summary>Whether a frame received at <paramref name="at"/> may pass. Asked for each frame, and again before it is sent.</summary>
    public bool Passes(long at)
    {
        lock (_lock)
        {
            return _open && IsPermitted(at);
        }
    }

    /// <summary>
    /// Begins to write the packet only while open, and keeps the gate from closing until the bytes are handed over: once a closing
    /// method has returned, no write can begin.
    /// </summary>
    public bool TryWrite(HubConnectionContext connection, ListeningPacket packet, ref ValueTask writing)
    {
        lock (_lock)
        {
            if (!_open || !IsPermitted(clock.GetTimestamp()))
            {
                return false;
            }

            writing = connection.WriteAsync(packet.Message);
            return true;
        }
    }

    public GateView Look()
    {
        lock (_lock)
        {
            var now = clock.GetTimestamp();
            return new GateView(_open && IsPermitted(now), HasBanner(now), _ended, _facts);
        }
    }

    private bool CloseUnlessPermitted(long now)
    {
        if (IsPermitted(now))
        {
            return false;
        }

        var wasOpen = _open;
        Close();
        return wasOpen;
    }

    private void Close()
    {
        _open = false;
        _isOpening = false;
        _opening++;
    }

    private bool IsPermitted(long now) =>
        !_ended && _entitled && _counted && _facts.PermitsAudio && HasBanner(now);

    private bool HasBanner(long now)
    {
        foreach (var agent in _facts.Agents)
        {
            if (!HasBanner(agent, now))
            {
                return false;
            }
        }

        return !_facts.Agents.IsEmpty;
    }

    private bool HasBanner(AgentId agent, long now)
    {
        foreach (var (key, at) in _leases)
        {
            // A clock that went backwards makes ages negative; they are as stale as old ones.
            var age = clock.GetElapsedTime(at, now);
            if (key.Agent == agent && age >= TimeSpan.Zero && age <= LeaseTime)
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>The gate at one instant, for screens and decisions that are not about a frame.</summary>
public readonly record struct GateView(bool IsOpen, bool HasBanner, bool HasEnded, CallFacts Facts);
