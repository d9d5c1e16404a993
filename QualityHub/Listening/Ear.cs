using Microsoft.AspNetCore.SignalR;

namespace QualityHub.Listening;

/// <summary>
/// The listener's end of a session: its queue, its connection and its own send loop, which waits for nobody else.
/// Gate and epoch are asked again for each packet as it leaves the queue; what they refuse is dropped.
/// </summary>
public sealed class Ear(ListeningGate gate, Func<uint> epoch) : IThreadPoolWorkItem
{
    private readonly SendQueue _queue = new();
    private HubConnectionContext? _connection;
    private int _scheduled;
    private long _sent;
    private long _refused;

    public string? ConnectionId => _connection?.ConnectionId;

    /// <summary>Packets written to the listener's socket.</summary>
    public long Sent => Interlocked.Read(ref _sent);

    /// <summary>Packets that a full window, a closed gate or an old epoch kept from being written.</summary>
    public long Dropped => Interlocked.Read(ref _refused) + _queue.Dropped;

    public void Connect(HubConnectionContext connection)
    {
        _queue.Clear();
        Volatile.Write(ref _connection, connection);
    }

    /// <summary>Answers whether that was the connection in use.</summary>
    public bool Disconnect(string connectionId)
    {
        var connection = Volatile.Read(ref _connection);
        if (connection?.ConnectionId != connectionId)
        {
            return false;
        }

        Volatile.Write(ref _connection, null);
        _queue.Clear();
        return true;
    }

    public void Offer(ListeningPacket packet)
    {
        if (Volatile.Read(ref _connection) is null)
        {
            return;
        }

        _queue.Offer(packet);
        Wake();
    }

    public void Played(uint sequence)
    {
        _queue.Played(sequence);
        Wake();
    }

    /// <summary>The gate has closed: nothing that waits may leave.</summary>
    public void Flush() => _queue.Clear();

    void IThreadPoolWorkItem.Execute() => _ = DrainAsync();

    private void Wake()
    {
        if (Interlocked.Exchange(ref _scheduled, 1) == 0)
        {
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }
    }

    private async Task DrainAsync()
    {
        do
        {
            while (_queue.Take() is { } packet)
            {
                try
                {
                    await SendAsync(packet);
                }
                catch (Exception)
                {
                    // The socket is going away; the hub says so on its own and ends the session.
                    Interlocked.Increment(ref _refused);
                }
                finally
                {
                    packet.LetGo();
                }
            }

            Volatile.Write(ref _scheduled, 0);
        }
        while (_queue.HasRoomAndWork && Interlocked.Exchange(ref _scheduled, 1) == 0);
    }

    private ValueTask SendAsync(ListeningPacket packet)
    {
        var connection = Volatile.Read(ref _connection);
        if (connection is null)
        {
            return ValueTask.CompletedTask;
        }

        var writing = ValueTask.CompletedTask;

        // Inside the gate's lock the bytes are handed to the connection's pipe; a close that comes now waits for that and no longer.
        if (packet.Epoch == epoch() && gate.TryWrite(connection, packet, ref writing))
        {
            Interlocked.Increment(ref _sent);
            return writing;
        }

        Interlocked.Increment(ref _refused);
        return ValueTask.CompletedTask;
    }
}
