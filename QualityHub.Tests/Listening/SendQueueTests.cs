using System.Buffers.Binary;
using QualityHub.Audio;
using QualityHub.Listening;

namespace QualityHub.Tests.Listening;

public sealed class SendQueueTests
{
    [Fact]
    public void A_listener_that_reads_nothing_is_sent_half_a_second_and_no_more()
    {
        var queue = new SendQueue();
        foreach (var sequence in Enumerable.Range(1, 100))
        {
            Offer(queue, (uint)sequence);
            queue.Take()?.LetGo();
        }

        Assert.Null(queue.Take());
        Assert.True(queue.Dropped > 0);
    }

    [Fact]
    public void When_it_reads_again_what_it_hears_is_at_most_half_a_second_old()
    {
        var queue = new SendQueue();
        foreach (var sequence in Enumerable.Range(1, 1500))
        {
            Offer(queue, (uint)sequence);
            if (queue.Take() is { } sent)
            {
                sent.LetGo();
            }
        }

        queue.Played(25);

        Assert.InRange(queue.Take()!.Sequence, 1500u - 25, 1500u);
    }

    [Fact]
    public void Nothing_that_waited_survives_a_closed_gate()
    {
        var queue = new SendQueue();
        Offer(queue, 1);

        queue.Clear();

        Assert.Null(queue.Take());
    }

    [Fact]
    public void A_packet_says_what_the_contract_says()
    {
        var samples = Enumerable.Range(0, 320).Select(value => (byte)value).ToArray();
        var packet = ListeningPacket.Encode(new AudioFrame(samples, positionInSamples: 16000, receivedAt: 7), epoch: 3, sequence: 9, receivedMs: 123);

        var payload = packet.Payload;
        Assert.Equal(1, payload[0]);
        Assert.Equal(160, BinaryPrimitives.ReadUInt16LittleEndian(payload[2..]));
        Assert.Equal(3u, BinaryPrimitives.ReadUInt32LittleEndian(payload[4..]));
        Assert.Equal(9u, BinaryPrimitives.ReadUInt32LittleEndian(payload[8..]));
        Assert.Equal(2000u, BinaryPrimitives.ReadUInt32LittleEndian(payload[12..]));
        Assert.Equal(123u, BinaryPrimitives.ReadUInt32LittleEndian(payload[16..]));
        Assert.Equal(samples, payload[ListeningPacket.HeaderLength..].ToArray());
        packet.LetGo();
    }

    private static void Offer(SendQueue queue, uint sequence)
    {
        var packet = ListeningPacket.Encode(new AudioFrame(new byte[320], 0, 0), 1, sequence, 0);
        queue.Offer(packet);
        packet.LetGo();
    }
}
