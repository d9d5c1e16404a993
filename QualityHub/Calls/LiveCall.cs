using QualityHub.Audio;
using QualityHub.Platform;

namespace QualityHub.Calls;

/// <summary>
/// One call while it goes on: its facts, the taps on it, and the source its audio comes from. Facts change one at a time and the
/// taps hear of each change before <see cref="Change"/> returns, so that gates close before anything is written or shown.
/// </summary>
public sealed class LiveCall(CallId id, ExternalCall external, string queue, DateTimeOffset startedAt, Broadcast<LiveCall> changes)
{
    private readonly Lock _changing = new();
    private CallFacts _facts = CallFacts.AtStart;
    private ICallTap[] _taps = [];
    private IAudioSource? _source;
    private bool _wanted;
    private string _queue = queue;

    public CallId Id { get; } = id;

    public ExternalCall External { get; } = external;

    /// <summary>Empty until the telephone system said which.</summary>
    public string Queue => Volatile.Read(ref _queue);

    public DateTimeOffset StartedAt { get; } = startedAt;

    public DateTimeOffset? EndedAt { get; internal set; }

    public CallFacts Facts => Volatile.Read(ref _facts);

    /// <summary>Hands a frame to the taps. Called by the door, one frame at a time.</summary>
    public void Write(in AudioFrame frame)
    {
        foreach (var tap in Volatile.Read(ref _taps))
        {
            tap.OnFrame(this, frame);
        }
    }

    /// <summary>Changes the facts and tells the taps, then the screens. Returns the facts as they are now.</summary>
    public CallFacts Change(Func<CallFacts, CallFacts> change)
    {
        CallFacts now;
        lock (_changing)
        {
            var before = _facts;
            now = change(before);
            if (now == before)
            {
                return now;
            }

            Volatile.Write(ref _facts, now);
            foreach (var tap in _taps)
            {
                tap.OnFacts(this, before, now);
            }
        }

        changes.Publish(this);
        return now;
    }

    /// <summary>The telephone system may name the queue after the call began.</summary>
    public void LearnQueue(string name)
    {
        if (!string.Equals(Queue, name, StringComparison.Ordinal))
        {
            Volatile.Write(ref _queue, name);
            changes.Publish(this);
        }
    }

    /// <summary>The screens should look again: something about this call changed that is not a fact of it.</summary>
    public void Touch() => changes.Publish(this);

    public void Attach(ICallTap tap)
    {
        lock (_changing)
        {
            Volatile.Write(ref _taps, [.. _taps, tap]);
        }
    }

    /// <summary>Takes the audio from this source unless another already gives it: the first door to connect keeps the call.</summary>
    public bool TryConnect(IAudioSource source)
    {
        lock (_changing)
        {
            if (_source is not null)
            {
                return false;
            }

            _source = source;
            source.SetFlowing(_wanted);
            return true;
        }
    }

    public bool HasSource => Volatile.Read(ref _source) is not null;

    /// <summary>Gives the call back. False when this source was not the one that gave the audio.</summary>
    public bool Disconnect(IAudioSource source)
    {
        lock (_changing)
        {
            if (_source != source)
            {
                return false;
            }

            _source = null;
            return true;
        }
    }

    /// <summary>
    /// Asks the source to send, or to hold back, as <paramref name="wanted"/> says at this moment: asked under the lock, so that an
    /// old "yes" can never overtake a newer "no".
    /// </summary>
    public void UpdateDemand(Func<bool> wanted)
    {
        lock (_changing)
        {
            var now = wanted();
            if (_wanted == now)
            {
                return;
            }

            _wanted = now;
            _source?.SetFlowing(now);
        }
    }
}
