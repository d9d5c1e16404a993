namespace QualityHub.Listening;

/// <summary>
/// What waits to be sent to one listener: at most half a second waiting and half a second on its way. A listener that reads
/// slowly loses the oldest, so that what it hears next is never old; nobody else notices.
/// Single writer (the call) and single reader (the send loop), guarded by one lock.
/// </summary>
public sealed class SendQueue
{
    /// <summary>Milliseconds of audio that may be under way to the page: kernel and pipe buffers would swallow minutes.</summary>
    public const int WindowMilliseconds = 500;

    private const int WaitingMilliseconds = 500;
    private readonly Lock _lock = new();
    private readonly Queue<ListeningPacket> _waiting = new(64);
    private readonly Queue<(uint Sequence, int Milliseconds)> _underWay = new(64);
    private int _waitingFor;
    private int _underWayFor;
    private long _dropped;

    public long Dropped => Interlocked.Read(ref _dropped);

    /// <summary>Something waits and the window has room for it.</summary>
    public bool HasRoomAndWork
    {
        get
        {
            lock (_lock)
            {
                return _waiting.Count > 0 && _underWayFor < WindowMilliseconds;
            }
        }
    }

    /// <summary>Takes hold of the packet and queues it, dropping the oldest where there is no room.</summary>
    public void Offer(ListeningPacket packet)
    {
        packet.Hold();
        lock (_lock)
        {
            while (_waitingFor + packet.Milliseconds > WaitingMilliseconds && _waiting.TryDequeue(out var oldest))
            {
                _waitingFor -= oldest.Milliseconds;
                Interlocked.Increment(ref _dropped);
                oldest.LetGo();
            }

            _waiting.Enqueue(packet);
            _waitingFor += packet.Milliseconds;
        }
    }

    /// <summary>The next packet the window has room for, or null. The caller lets go of it.</summary>
    public ListeningPacket? Take()
    {
        lock (_lock)
        {
            if (_underWayFor >= WindowMilliseconds || !_waiting.TryDequeue(out var packet))
            {
                return null;
            }

            _waitingFor -= packet.Milliseconds;
            _underWay.Enqueue((packet.Sequence, packet.Milliseconds));
            _underWayFor += packet.Milliseconds;
            return packet;
        }
    }

    /// <summary>The page has played up to that sequence: room for more. A sequence never sent is not believed.</summary>
    public void Played(uint sequence)
    {
        lock (_lock)
        {
            while (_underWay.TryPeek(out var oldest) && (int)(oldest.Sequence - sequence) <= 0)
            {
                _underWay.Dequeue();
                _underWayFor -= oldest.Milliseconds;
            }
        }
    }

    /// <summary>Forgets everything, waiting and under way: the gate has closed, or the page is a new one.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            while (_waiting.TryDequeue(out var packet))
            {
                packet.LetGo();
            }

            _underWay.Clear();
            _waitingFor = 0;
            _underWayFor = 0;
        }
    }
}
