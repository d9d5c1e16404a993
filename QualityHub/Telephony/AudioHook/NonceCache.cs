namespace QualityHub.Telephony.AudioHook;

/// <summary>Remembers for half a minute which nonces were used with which key: a recorded request cannot be played again.</summary>
public sealed class NonceCache(TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(30);

    /// <summary>Beyond this many in half a minute somebody is trying things: new ones are refused until old ones are forgotten.</summary>
    private const int AtMost = 50_000;

    private readonly Lock _lock = new();
    private readonly HashSet<(string Key, string Nonce)> _used = [];
    private readonly Queue<((string Key, string Nonce) Use, long At)> _order = new();

    /// <summary>Answers false when this nonce was used with this key before.</summary>
    public bool TryUse(string key, string nonce)
    {
        var now = clock.GetTimestamp();
        lock (_lock)
        {
            while (_order.TryPeek(out var oldest) && clock.GetElapsedTime(oldest.At, now) > Kept)
            {
                _used.Remove(_order.Dequeue().Use);
            }

            if (_used.Count >= AtMost || !_used.Add((key, nonce)))
            {
                return false;
            }

            _order.Enqueue(((key, nonce), now));
            return true;
        }
    }
}
