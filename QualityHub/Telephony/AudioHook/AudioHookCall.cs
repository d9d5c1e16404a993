using System.Threading.Channels;
using QualityHub.Agents;
using QualityHub.Audio;
using QualityHub.Calls;
using QualityHub.Telephony.Connectors;

namespace QualityHub.Telephony.AudioHook;

/// <summary>
/// Joins one AudioHook session to its call: audio goes down, the wish for audio comes up. Only the first session of a conversation
/// gives the call its sound; a second one stays paused.
/// </summary>
public sealed class AudioHookCall(Connector connector, LiveCalls calls, AgentDirectory agents, TimeProvider clock, ChannelWriter<object> outgoing)
    : IAudioHookPeer, IAudioSource
{
    // µ-law silence for a leg that is not there.
    private const byte Silence = 0xFF;

    private byte[] _samples = [];
    private bool _isSource;

    public LiveCall? Call { get; private set; }

    public AudioHookSession Session { get; set; } = null!;

    public void SetFlowing(bool flowing) => Session.SetFlowing(flowing);

    public void Send(string type, object message) => outgoing.TryWrite(message);

    public void Opened(string conversationId, string? dialled, MediaOffer? media)
    {
        var call = calls.GetOrStart(new ExternalCall(connector.Id, conversationId), queue: string.Empty);
        Call = call;
        if (!string.IsNullOrEmpty(dialled) && agents.ByExtension(connector.Id.Value, dialled) is { } agent)
        {
            call.Change(facts => facts.Agents.IsEmpty && !facts.HasUnknownAgent ? facts with { Agents = [agent.Id] } : facts);
        }

        _isSource = media is not null && call.TryConnect(this);
    }

    public void Audio(ReadOnlySpan<byte> samples, MediaOffer media, long position)
    {
        if (!_isSource || Call is not { } call)
        {
            return;
        }

        call.Write(new AudioFrame(AgentFirst(samples, media), position, clock.GetTimestamp()));
    }

    public void PausedByPeer(bool paused)
    {
        if (_isSource)
        {
            Call?.Change(facts => facts with { PausedAtSource = paused });
        }
    }

    public void Ended()
    {
        if (_isSource && Call is { } call)
        {
            calls.End(call);
        }
    }

    private ReadOnlySpan<byte> AgentFirst(ReadOnlySpan<byte> samples, MediaOffer media)
    {
        if (media is { AgentAt: 0, CustomerAt: 1 })
        {
            return samples;
        }

        var times = samples.Length / media.Channels;
        var length = times * AudioFrame.BytesPerSampleTime;
        if (_samples.Length < length)
        {
            _samples = new byte[length];
        }

        for (var time = 0; time < times; time++)
        {
            _samples[2 * time] = media.AgentAt < 0 ? Silence : samples[(time * media.Channels) + media.AgentAt];
            _samples[(2 * time) + 1] = media.CustomerAt < 0 ? Silence : samples[(time * media.Channels) + media.CustomerAt];
        }

        return _samples.AsSpan(0, length);
    }
}
