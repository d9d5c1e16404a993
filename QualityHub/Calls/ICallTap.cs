using QualityHub.Audio;

namespace QualityHub.Calls;

/// <summary>
/// What stands between a call and whoever may capture it. Listening and, later, Recordings implement it, so that calls never look up.
/// Both methods are called on the door's own thread and may neither block nor throw.
/// </summary>
public interface ICallTap
{
    /// <summary>A frame came in. It is gone when this returns: a tap that is not permitted drops it here, uncopied.</summary>
    void OnFrame(LiveCall call, in AudioFrame frame);

    /// <summary>The facts changed. Whatever they forbid is closed before this returns.</summary>
    void OnFacts(LiveCall call, CallFacts before, CallFacts now);
}

/// <summary>A new call can be tapped from its first moment by whoever is registered under this.</summary>
public interface ICallTapSource
{
    ICallTap TapFor(LiveCall call);
}

/// <summary>Where a call's audio comes from, as far as it can be told to hold it back (AudioHook pause and resume).</summary>
public interface IAudioSource
{
    /// <summary>Asks the telephone system to send or to hold back. Returns at once; a door that cannot pause drops at the parser.</summary>
    void SetFlowing(bool flowing);
}
