using System.Collections.Concurrent;
using QualityHub.Platform;

namespace QualityHub.Calls;

/// <summary>Every call going on now. In memory only: after a restart the telephone system tells us again.</summary>
public sealed class LiveCalls(TimeProvider clock, ClosedCalls closed, Lazy<IEnumerable<ICallTapSource>> tapSources)
{
    private readonly ConcurrentDictionary<ExternalCall, LiveCall> _byExternal = new();
    private readonly ConcurrentDictionary<CallId, LiveCall> _byId = new();
    private readonly Lock _starting = new();

    /// <summary>A call started, changed or left. Subscribe first, look at <see cref="InProgress"/> second.</summary>
    public Broadcast<LiveCall> Changes { get; } = new();

    public IReadOnlyList<LiveCall> InProgress => [.. _byId.Values.OrderBy(call => call.StartedAt)];

    public LiveCall? Find(CallId id) => _byId.GetValueOrDefault(id);

    public LiveCall? Find(ExternalCall external) => _byExternal.GetValueOrDefault(external);

    /// <summary>The call under that name, made now if this is the first anyone hears of it. The id is the one given when it is new.</summary>
    public LiveCall GetOrStart(ExternalCall external, string queue, Func<CallId>? id = null)
    {
        if (_byExternal.TryGetValue(external, out var known))
        {
            return known;
        }

        LiveCall call;
        lock (_starting)
        {
            if (_byExternal.TryGetValue(external, out known))
            {
                return known;
            }

            call = new LiveCall(id?.Invoke() ?? Id.New<CallId>(clock), external, queue, clock.GetUtcNow(), Changes);
            if (closed.Contains(external))
            {
                call.Change(facts => facts with { Closed = true });
            }

            foreach (var source in tapSources.Value)
            {
                call.Attach(source.TapFor(call));
            }

            _byId[call.Id] = call;
            _byExternal[external] = call;
        }

        Changes.Publish(call);
        return call;
    }

    /// <summary>Nobody may capture this call any more, under whatever name it comes back. In memory at once; the row is the caller's.</summary>
    public void Close(LiveCall call)
    {
        closed.Close(call.External);
        call.Change(facts => facts with { Closed = true });
    }

    /// <summary>The call is over: gates close first, then it leaves the list.</summary>
    public void End(LiveCall call)
    {
        call.EndedAt ??= clock.GetUtcNow();
        call.Change(facts => facts with { Ended = true });
        if (_byId.TryRemove(call.Id, out _))
        {
            _byExternal.TryRemove(new KeyValuePair<ExternalCall, LiveCall>(call.External, call));
            Changes.Publish(call);
        }
    }
}
