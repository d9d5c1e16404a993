namespace QualityHub.Audio;

/// <summary>
/// What arrived at once of both legs: G.711 µ-law at 8 kHz, interleaved per sample, agent first, customer second
/// (two bytes per sample time, so 20 ms are 320 bytes). A leg that a door does not carry is silence, 0xFF.
/// Lives only while it is being handed over: whoever wants to keep samples copies them.
/// </summary>
/// <param name="samples">The interleaved samples.</param>
/// <param name="positionInSamples">Media time of the first sample, in samples per leg since the call's audio began.</param>
/// <param name="receivedAt">The server's monotonic timestamp at receipt (<see cref="TimeProvider.GetTimestamp"/>).</param>
public readonly ref struct AudioFrame(ReadOnlySpan<byte> samples, long positionInSamples, long receivedAt)
{
    public const int SampleRate = 8000;

    public const int BytesPerSampleTime = 2;

    public ReadOnlySpan<byte> Samples { get; } = samples;

    public long PositionInSamples { get; } = positionInSamples;

    public long ReceivedAt { get; } = receivedAt;

    public int SampleTimes => Samples.Length / BytesPerSampleTime;
}
