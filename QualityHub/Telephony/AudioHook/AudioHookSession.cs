using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace QualityHub.Telephony.AudioHook;

public enum AudioHookState
{
    Preparing,
    Active,
    Closing,
    Closed,
}

/// <summary>
/// One AudioHook session, protocol version "2", without a socket: what comes in, what must be answered, when audio is believed.
/// Whatever breaks the protocol ends this session with <c>disconnect</c> reason <c>error</c>, and nothing else.
/// Messages come on one thread at a time; <see cref="SetFlowing"/> and <see cref="Disconnect"/> may come from any.
/// </summary>
public sealed partial class AudioHookSession(string sessionId, string organizationId, IAudioHookPeer peer, TimeProvider clock)
{
    private const string NobodysId = "00000000-0000-0000-0000-000000000000";

    /// <summary>Audio that was under way when we asked for a pause may still arrive for this long; it is dropped.</summary>
    private static readonly TimeSpan Stragglers = TimeSpan.FromSeconds(1);

    // Audio is asked for by whoever opens a gate, on their thread. Never held while the peer is called: a call's own lock comes first.
    private readonly Lock _lock = new();
    private MediaOffer? _media;
    private int _received;
    private int _sent;
    private long _position;
    private bool _isProbe;
    private bool _wanted;
    private bool _pausedByPeer;
    private bool _weAskedForPause = true;
    private bool _flowing;
    private long _pausedAt;

    public AudioHookState State { get; private set; } = AudioHookState.Preparing;

    /// <summary>Frames that came although nobody had been let in; never handed on.</summary>
    public long Dropped { get; private set; }

    /// <summary>Asks for audio, or for none. Remembered until the session is open; asking twice says nothing twice.</summary>
    public void SetFlowing(bool wanted)
    {
        lock (_lock)
        {
            if (_wanted == wanted)
            {
                return;
            }

            _wanted = wanted;
            if (State == AudioHookState.Active && _media is not null)
            {
                AskToFlow(wanted);
            }
        }
    }

    /// <summary>The server is going away, or the connector was switched off: the telephone system is asked to close.</summary>
    public void Disconnect(string reason, string info)
    {
        lock (_lock)
        {
            if (State is AudioHookState.Preparing or AudioHookState.Active)
            {
                Say("disconnect", new { reason, info });
                State = AudioHookState.Closing;
            }
        }
    }

    public void Reconnect(string info)
    {
        lock (_lock)
        {
            if (State == AudioHookState.Active)
            {
                Say("reconnect", new { info });
            }
        }
    }

    public void ReceiveBinary(ReadOnlySpan<byte> samples)
    {
        if (State is AudioHookState.Closing or AudioHookState.Closed)
        {
            Dropped++;
            return;
        }

        if (State == AudioHookState.Preparing || _media is not { } media)
        {
            Fail("audio before open");
            return;
        }

        if (samples.Length == 0 || samples.Length % media.Channels != 0)
        {
            Fail("a frame must hold whole samples");
            return;
        }

        var at = _position;
        _position += samples.Length / media.Channels;
        if (_wanted && _flowing && !_pausedByPeer)
        {
            peer.Audio(samples, media, at);
            return;
        }

        Dropped++;
        if (_pausedByPeer || (_weAskedForPause && clock.GetElapsedTime(_pausedAt) > Stragglers))
        {
            Fail("audio while paused");
        }
    }

    public void ReceiveText(string text)
    {
        if (State == AudioHookState.Closed)
        {
            return;
        }

        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(text);
        }
        catch (JsonException)
        {
            Fail("not JSON");
            return;
        }

        using (document)
        {
            if (ReadEnvelope(document.RootElement) is not { } message)
            {
                return;
            }

            Handle(message.Type, message.Parameters, message.Sequence);
        }
    }

    private (string Type, JsonElement Parameters, int Sequence)? ReadEnvelope(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object
            || Text(root, "version") != "2"
            || Text(root, "type") is not { } type
            || Text(root, "id") != sessionId
            || Number(root, "seq") is not { } sequence
            || Number(root, "serverseq") is not { } serverSequence
            || Text(root, "position") is not { } position || !DurationForm().IsMatch(position)
            || !root.TryGetProperty("parameters", out var parameters) || parameters.ValueKind != JsonValueKind.Object)
        {
            Fail("a message lacks what every message has");
            return null;
        }

        if (sequence != _received + 1 || serverSequence > _sent || serverSequence < 0)
        {
            Fail("sequence numbers do not fit");
            return null;
        }

        _received = sequence;
        return (type, parameters, sequence);
    }

    private void Handle(string type, JsonElement parameters, int sequence)
    {
        switch (type)
        {
            case "close":
                // Answered in every state: the telephone system waits for it before it hangs up the socket.
                Say("closed", null);
                State = AudioHookState.Closed;
                if (!_isProbe && _media is not null)
                {
                    peer.Ended();
                }

                break;
            case "open" when State == AudioHookState.Preparing:
                Open(parameters);
                break;
            case "ping" when State is AudioHookState.Active or AudioHookState.Closing:
                Say("pong", null);
                break;
            case "paused" when State == AudioHookState.Active:
                Paused();
                break;
            case "resumed" when State == AudioHookState.Active:
                Resumed(parameters);
                break;
            case "discarded" when State == AudioHookState.Active:
                Skip(parameters);
                break;
            case "update" when State == AudioHookState.Active:
                Say("updated", null);
                break;
            case "error":
                break;
            default:
                if (State != AudioHookState.Closing)
                {
                    Fail(string.Create(CultureInfo.InvariantCulture, $"message {sequence} is not expected now"));
                }

                break;
        }
    }

    private void Open(JsonElement parameters)
    {
        if (Text(parameters, "organizationId") != organizationId
            || Text(parameters, "conversationId") is not { Length: > 0 and <= 128 } conversation
            || !parameters.TryGetProperty("participant", out var participant) || participant.ValueKind != JsonValueKind.Object
            || !parameters.TryGetProperty("media", out var media) || media.ValueKind != JsonValueKind.Array)
        {
            Fail("open does not fit");
            return;
        }

        _media = MediaOffer.Choose(media);
        if (_media is null && media.GetArrayLength() > 0)
        {
            Fail("no media that can be taken");
            return;
        }

        _isProbe = conversation == NobodysId && Text(participant, "id") == NobodysId;
        _pausedAt = clock.GetTimestamp();
        lock (_lock)
        {
            State = AudioHookState.Active;
            Say("opened", new { startPaused = true, media = _media is null ? Array.Empty<JsonElement>() : [_media.Entry] });
            if (_wanted && _media is not null)
            {
                AskToFlow(true);
            }
        }

        if (_isProbe)
        {
            return;
        }

        peer.Opened(conversation, Text(participant, "dnis"), _media);
    }

    private void AskToFlow(bool flow)
    {
        _weAskedForPause = !flow;
        if (!flow)
        {
            _flowing = false;
            _pausedAt = clock.GetTimestamp();
        }

        Say(flow ? "resume" : "pause", null);
    }

    // The same word answers our pause and announces the telephone system's own; only what nobody asked for is its own.
    private void Paused()
    {
        lock (_lock)
        {
            _flowing = false;
            if (_weAskedForPause || _pausedByPeer)
            {
                return;
            }

            _pausedByPeer = true;
        }

        peer.PausedByPeer(true);
    }

    private void Resumed(JsonElement parameters)
    {
        Skip(parameters);
        lock (_lock)
        {
            _flowing = !_weAskedForPause;
            if (!_pausedByPeer)
            {
                return;
            }

            _pausedByPeer = false;
        }

        peer.PausedByPeer(false);
    }

    // The media clock runs on while nothing comes.
    private void Skip(JsonElement parameters)
    {
        if (Text(parameters, "discarded") is { } discarded && DurationForm().IsMatch(discarded)
            && decimal.TryParse(discarded.AsSpan(2, discarded.Length - 3), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
            && seconds < 86400)
        {
            _position += (long)(seconds * Audio.AudioFrame.SampleRate);
        }
    }

    private void Fail(string why) => Disconnect("error", why);

    private void Say(string type, object? parameters)
    {
        lock (_lock)
        {
            _sent++;
            peer.Send(type, new
            {
                version = "2",
                type,
                id = sessionId,
                seq = _sent,
                clientseq = _received,
                parameters = parameters ?? new { },
            });
        }
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static int? Number(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : null;

    [GeneratedRegex(@"^PT(?:\d*\.)?\d+S$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 100)]
    private static partial Regex DurationForm();
}
