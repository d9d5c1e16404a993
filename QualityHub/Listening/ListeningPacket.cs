using System.Buffers.Binary;
using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;
using QualityHub.Audio;

namespace QualityHub.Listening;

/// <summary>
/// One arrival of audio, encoded once for every listener as a whole SignalR message in MessagePack: the hub copies it to each
/// connection and encodes nothing. Pooled and counted: it goes back when the last listener has let go.
/// Layout of the binary argument, little-endian: version (1 byte), flags (1, bit 0: something was dropped before), sample times (u16),
/// epoch (u32), sequence (u32), media position in ms (u32), server clock in ms at receipt (u32), then µ-law, agent and customer interleaved.
/// </summary>
public sealed class ListeningPacket
{
    public const int HeaderLength = 20;
    private const byte Version = 1;
    private static readonly ConcurrentQueue<ListeningPacket> Pool = new();

    // [1, {}, nil, "Audio", [bin16], []] as an invocation of the MessagePack hub protocol, before the payload…
    private static ReadOnlySpan<byte> Opening => [0x96, 0x01, 0x80, 0xC0, 0xA5, (byte)'A', (byte)'u', (byte)'d', (byte)'i', (byte)'o', 0x91, 0xC5];

    // …and after it: no streams.
    private const byte Closing = 0x90;

    private byte[] _buffer = [];
    private int _payloadAt;
    private int _holders;

    private ListeningPacket()
    {
    }

    public uint Epoch { get; private set; }

    public uint Sequence { get; private set; }

    public int Milliseconds { get; private set; }

    /// <summary>When the frame came in, on the server's monotonic clock.</summary>
    public long ReceivedAt { get; private set; }

    public int Length { get; private set; }

    /// <summary>The whole hub message. One object for the packet's life: the hub keeps nothing of it after sending.</summary>
    public SerializedHubMessage Message { get; private set; } = null!;

    /// <summary>The binary argument alone, for whoever looks at a packet without a hub.</summary>
    public ReadOnlySpan<byte> Payload => _buffer.AsSpan(_payloadAt, Length - _payloadAt - 1);

    public static ListeningPacket Encode(in AudioFrame frame, uint epoch, uint sequence, uint receivedMs)
    {
        if (!Pool.TryDequeue(out var packet))
        {
            packet = new ListeningPacket();
        }

        packet.Shape(HeaderLength + frame.Samples.Length);
        packet.Epoch = epoch;
        packet.Sequence = sequence;
        packet.ReceivedAt = frame.ReceivedAt;
        packet.Milliseconds = frame.SampleTimes / (AudioFrame.SampleRate / 1000);
        packet._holders = 1;

        var payload = packet._buffer.AsSpan(packet._payloadAt);
        payload[0] = Version;
        payload[1] = 0;
        BinaryPrimitives.WriteUInt16LittleEndian(payload[2..], (ushort)frame.SampleTimes);
        BinaryPrimitives.WriteUInt32LittleEndian(payload[4..], epoch);
        BinaryPrimitives.WriteUInt32LittleEndian(payload[8..], sequence);
        BinaryPrimitives.WriteUInt32LittleEndian(payload[12..], (uint)(frame.PositionInSamples / (AudioFrame.SampleRate / 1000)));
        BinaryPrimitives.WriteUInt32LittleEndian(payload[16..], receivedMs);
        frame.Samples.CopyTo(payload[HeaderLength..]);
        return packet;
    }

    public void Hold() => Interlocked.Increment(ref _holders);

    public void LetGo()
    {
        if (Interlocked.Decrement(ref _holders) == 0)
        {
            Pool.Enqueue(this);
        }
    }

    // Frames of one call have one length, so the framing bytes and the hub's view of the buffer are made once.
    private void Shape(int payloadLength)
    {
        var body = Opening.Length + 2 + payloadLength + 1;
        var prefix = body < 0x80 ? 1 : body < 0x4000 ? 2 : 3;
        if (Length == prefix + body)
        {
            return;
        }

        Length = prefix + body;
        _buffer = new byte[Length];
        var at = 0;
        for (var rest = body; ;)
        {
            var low = (byte)(rest & 0x7F);
            rest >>= 7;
            _buffer[at++] = rest == 0 ? low : (byte)(low | 0x80);
            if (rest == 0)
            {
                break;
            }
        }

        Opening.CopyTo(_buffer.AsSpan(at));
        at += Opening.Length;
        BinaryPrimitives.WriteUInt16BigEndian(_buffer.AsSpan(at), (ushort)payloadLength);
        _payloadAt = at + 2;
        _buffer[^1] = Closing;
        Message = new SerializedHubMessage([new SerializedMessage("messagepack", _buffer)]);
    }
}
