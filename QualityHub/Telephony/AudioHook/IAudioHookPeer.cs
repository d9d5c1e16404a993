namespace QualityHub.Telephony.AudioHook;

/// <summary>What a session needs of the world around it: a wire to answer on, and a call to hand audio to.</summary>
public interface IAudioHookPeer
{
    /// <summary>Queues one whole message, to be written as JSON. Sent in the order asked for: the order of the sequence numbers.</summary>
    void Send(string type, object message);

    /// <summary>A call begins: its conversation id, and the number dialled, where an extension mapping may know the agent.</summary>
    void Opened(string conversationId, string? dialled, MediaOffer? media);

    /// <summary>Samples as they came, and their media position in samples per leg.</summary>
    void Audio(ReadOnlySpan<byte> samples, MediaOffer media, long position);

    /// <summary>The telephone system's own pause began or ended (secure pause), whatever we asked for.</summary>
    void PausedByPeer(bool paused);

    /// <summary>The telephone system said goodbye properly.</summary>
    void Ended();
}
