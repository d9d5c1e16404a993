using System.Threading.Channels;

namespace QualityHub.Platform;

/// <summary>
/// One writer, many bounded readers. A reader that falls behind loses the oldest items and never holds anyone up.
/// Subscribing takes effect at once: subscribe first, look second, leave by disposing.
/// </summary>
public sealed class Broadcast<T>
{
    private readonly Lock _gate = new();
    private Subscription[] _subscriptions = [];
    private bool _completed;

    public int Readers => Volatile.Read(ref _subscriptions).Length;

    public void Publish(T item)
    {
        foreach (var subscription in Volatile.Read(ref _subscriptions))
        {
            subscription.Offer(item);
        }
    }

    /// <summary>Registers a reader that keeps at most <paramref name="capacity"/> unread items, the newest.</summary>
    public Subscription Subscribe(int capacity)
    {
        var subscription = new Subscription(this, capacity);
        lock (_gate)
        {
            if (_completed)
            {
                subscription.End();
                return subscription;
            }

            Volatile.Write(ref _subscriptions, [.. _subscriptions, subscription]);
        }

        return subscription;
    }

    /// <summary>Ends every reader, and any that comes later.</summary>
    public void Complete()
    {
        Subscription[] ended;
        lock (_gate)
        {
            _completed = true;
            ended = _subscriptions;
            Volatile.Write(ref _subscriptions, []);
        }

        foreach (var subscription in ended)
        {
            subscription.End();
        }
    }

    private void Leave(Subscription subscription)
    {
        lock (_gate)
        {
            Volatile.Write(ref _subscriptions, [.. _subscriptions.Where(other => other != subscription)]);
        }
    }

    public sealed class Subscription : IDisposable
    {
        private readonly Broadcast<T> _broadcast;
        private readonly Channel<T> _items;

        internal Subscription(Broadcast<T> broadcast, int capacity)
        {
            _broadcast = broadcast;
            _items = Channel.CreateBounded<T>(new BoundedChannelOptions(capacity)
            {
                FullMode = BoundedChannelFullMode.DropOldest,
                SingleReader = true,
            });
        }

        public ChannelReader<T> Reader => _items.Reader;

        public IAsyncEnumerable<T> ReadAllAsync(CancellationToken cancellationToken = default) =>
            _items.Reader.ReadAllAsync(cancellationToken);

        public void Dispose()
        {
            _broadcast.Leave(this);
            End();
        }

        internal void Offer(T item) => _items.Writer.TryWrite(item);

        internal void End() => _items.Writer.TryComplete();
    }
}
