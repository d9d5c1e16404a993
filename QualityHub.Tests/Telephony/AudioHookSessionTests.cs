using System.Text.Json;
using QualityHub.Telephony.AudioHook;
using QualityHub.Tests.Platform;

namespace QualityHub.Tests.Telephony;

public sealed class AudioHookSessionTests
{
    private const string Session = "30b0e395-84d3-4570-ac13-9a62d8f514c0";
    private const string Organization = "d7934305-0972-4844-938e-9060eef73d05";
    private const string Stereo = """[{"type":"audio","format":"PCMU","channels":["external","internal"],"rate":8000}]""";

    private readonly TwoClocks _clock = new();
    private readonly Peer _peer = new();
    private readonly AudioHookSession _session;
    private int _sequence;

    public AudioHookSessionTests() => _session = new AudioHookSession(Session, Organization, _peer, _clock);

    [Fact]
    public void A_session_opens_paused_and_echoes_the_media_it_takes()
    {
        Open();

        var opened = _peer.Sent.Single();
        Assert.Equal("opened", opened.Type);
        Assert.True(opened.Parameters.GetProperty("startPaused").GetBoolean());
        Assert.Equal("PCMU", opened.Parameters.GetProperty("media")[0].GetProperty("format").GetString());
        Assert.Equal("conversation-1", _peer.Conversation);
    }

    [Fact]
    public void Audio_is_asked_for_only_when_somebody_may_hear_and_held_back_again()
    {
        Open();

        _session.SetFlowing(true);
        Say("resumed", """{"start":"PT1S","discarded":"PT1S"}""");
        _session.ReceiveBinary(new byte[320]);
        _session.SetFlowing(false);
        _session.ReceiveBinary(new byte[320]);

        Assert.Equal(["opened", "resume", "pause"], _peer.Sent.Select(message => message.Type));
        Assert.Equal(1, _peer.Frames);
        Assert.Equal(1, _session.Dropped);
        Assert.Equal(8000, _peer.Position);
    }

    [Fact]
    public void A_secure_pause_of_the_telephone_system_is_told_and_its_end_too()
    {
        Open();
        _session.SetFlowing(true);
        Say("resumed", """{"start":"PT0S","discarded":"PT0S"}""");

        Say("paused", "{}");
        Assert.Equal([true], _peer.Pauses);

        Say("resumed", """{"start":"PT2S","discarded":"PT2S"}""");
        Assert.Equal([true, false], _peer.Pauses);
    }

    [Fact]
    public void The_answer_to_our_own_pause_is_not_a_secure_pause()
    {
        Open();
        _session.SetFlowing(true);
        Say("resumed", """{"start":"PT0S","discarded":"PT0S"}""");
        _session.SetFlowing(false);

        Say("paused", "{}");

        Assert.Empty(_peer.Pauses);
    }

    [Fact]
    public void A_ping_is_answered_with_its_own_number()
    {
        Open();

        Say("ping", "{}");

        Assert.Equal(("pong", 2), (_peer.Sent[^1].Type, _peer.Sent[^1].ClientSequence));
    }

    [Fact]
    public void The_connection_probe_is_answered_and_makes_no_call()
    {
        const string nobody = "00000000-0000-0000-0000-000000000000";
        Say("open", $$"""{"organizationId":"{{Organization}}","conversationId":"{{nobody}}","participant":{"id":"{{nobody}}","ani":"","aniName":"","dnis":""},"media":{{Stereo}}}""");
        Say("close", """{"reason":"end"}""");

        Assert.Null(_peer.Conversation);
        Assert.False(_peer.HasEnded);
        Assert.Equal(["opened", "closed"], _peer.Sent.Select(message => message.Type));
    }

    [Theory]
    [InlineData("not json at all")]
    [InlineData("""{"version":"2"}""")]
    [InlineData("""{"version":"1","type":"ping","id":"30b0e395-84d3-4570-ac13-9a62d8f514c0","seq":2,"serverseq":1,"position":"PT0S","parameters":{}}""")]
    [InlineData("""{"version":"2","type":"ping","id":"another","seq":2,"serverseq":1,"position":"PT0S","parameters":{}}""")]
    [InlineData("""{"version":"2","type":"ping","id":"30b0e395-84d3-4570-ac13-9a62d8f514c0","seq":3,"serverseq":1,"position":"PT0S","parameters":{}}""")]
    [InlineData("""{"version":"2","type":"ping","id":"30b0e395-84d3-4570-ac13-9a62d8f514c0","seq":2,"serverseq":9,"position":"PT0S","parameters":{}}""")]
    [InlineData("""{"version":"2","type":"ping","id":"30b0e395-84d3-4570-ac13-9a62d8f514c0","seq":2,"serverseq":1,"position":"now","parameters":{}}""")]
    [InlineData("""{"version":"2","type":"ping","id":"30b0e395-84d3-4570-ac13-9a62d8f514c0","seq":2,"serverseq":1,"position":"PT0S"}""")]
    [InlineData("""{"version":"2","type":"nonsense","id":"30b0e395-84d3-4570-ac13-9a62d8f514c0","seq":2,"serverseq":1,"position":"PT0S","parameters":{}}""")]
    public void A_message_that_breaks_the_protocol_ends_the_session(string text)
    {
        Open();

        _session.ReceiveText(text);

        Assert.Equal("disconnect", _peer.Sent[^1].Type);
        Assert.Equal("error", _peer.Sent[^1].Parameters.GetProperty("reason").GetString());
        Assert.Equal(AudioHookState.Closing, _session.State);
    }

    [Fact]
    public void Audio_before_open_ends_the_session()
    {
        _session.ReceiveBinary(new byte[320]);

        Assert.Equal("disconnect", _peer.Sent.Single().Type);
    }

    [Fact]
    public void Half_a_sample_ends_the_session()
    {
        Open();

        _session.ReceiveBinary(new byte[321]);

        Assert.Equal("disconnect", _peer.Sent[^1].Type);
    }

    [Fact]
    public void Stragglers_after_a_pause_are_dropped_for_a_second_and_then_end_it()
    {
        Open();
        _session.ReceiveBinary(new byte[320]);
        Assert.Equal(AudioHookState.Active, _session.State);

        _clock.Pass(TimeSpan.FromSeconds(2));
        _session.ReceiveBinary(new byte[320]);

        Assert.Equal(AudioHookState.Closing, _session.State);
        Assert.Equal(0, _peer.Frames);
    }

    [Theory]
    [InlineData("""["internal","external"]""", 0, 1)]
    [InlineData("""["external","internal"]""", 1, 0)]
    [InlineData("""["internal"]""", 0, -1)]
    [InlineData("""["external"]""", -1, 0)]
    public void Channels_are_told_by_name_and_not_by_place(string channels, int agentAt, int customerAt)
    {
        Open($$"""[{"type":"audio","format":"PCMU","channels":{{channels}},"rate":8000}]""");

        Assert.Equal((agentAt, customerAt), (_peer.Media!.AgentAt, _peer.Media.CustomerAt));
    }

    [Fact]
    public void Sixteen_bit_audio_of_unknown_byte_order_is_refused()
    {
        Open("""[{"type":"audio","format":"L16","channels":["external","internal"],"rate":8000}]""");

        Assert.Equal("disconnect", _peer.Sent.Single().Type);
    }

    [Fact]
    public void A_session_of_another_organisation_is_refused()
    {
        Say("open", $$"""{"organizationId":"{{Session}}","conversationId":"c","participant":{"id":"p"},"media":{{Stereo}}}""");

        Assert.Equal("disconnect", _peer.Sent.Single().Type);
        Assert.Null(_peer.Conversation);
    }

    private void Open(string media = Stereo) =>
        Say("open", $$"""{"organizationId":"{{Organization}}","conversationId":"conversation-1","participant":{"id":"p","dnis":"4001"},"media":{{media}}}""");

    private void Say(string type, string parameters) =>
        _session.ReceiveText(
            $$"""{"version":"2","type":"{{type}}","id":"{{Session}}","seq":{{++_sequence}},"serverseq":{{_peer.Sent.Count}},"position":"PT{{_sequence}}.5S","parameters":{{parameters}}}""");

    private sealed class Peer : IAudioHookPeer
    {
        public List<(string Type, int ClientSequence, JsonElement Parameters)> Sent { get; } = [];

        public string? Conversation { get; private set; }

        public MediaOffer? Media { get; private set; }

        public int Frames { get; private set; }

        public long Position { get; private set; }

        public List<bool> Pauses { get; } = [];

        public bool HasEnded { get; private set; }

        public void Send(string type, object message)
        {
            var json = JsonSerializer.SerializeToElement(message);
            Assert.Equal(Sent.Count + 1, json.GetProperty("seq").GetInt32());
            Sent.Add((type, json.GetProperty("clientseq").GetInt32(), json.GetProperty("parameters")));
        }

        public void Opened(string conversationId, string? dialled, MediaOffer? media) => (Conversation, Media) = (conversationId, media);

        public void Audio(ReadOnlySpan<byte> samples, MediaOffer media, long position)
        {
            Frames++;
            Position = position;
        }

        public void PausedByPeer(bool paused) => Pauses.Add(paused);

        public void Ended() => HasEnded = true;
    }
}
