using System.Globalization;
using System.Text.Json;

namespace QualityHub.Ledger;

/// <summary>One session's media counters against its Live intervals.</summary>
/// <param name="Outside">Frames that the counters saw pass between two entries with no Live interval around them. Must be 0.</param>
/// <param name="FirstBad">The entry whose counters grew outside, or fell.</param>
public sealed record SessionReconciliation(string Session, int Intervals, long In, long Passed, long Dropped, long Outside, long? FirstBad)
{
    /// <summary>False while a session runs, or when it ended without its last counters.</summary>
    public bool Complete { get; init; }
}

/// <summary>
/// Holds the counters in the trail against the intervals in the trail: frames passed outside a Live interval = 0, as far as counters
/// can tell. Between two entries a counter says how many, not when; what a server that lies about its counters did is beyond it.
/// </summary>
public static class LedgerReconciliation
{
    public static IReadOnlyList<SessionReconciliation> Of(IEnumerable<LedgerEntry> entries)
    {
        var sessions = new Dictionary<string, Running>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            if (entry.Subject is { } subject && IsOfASession(entry.Kind))
            {
                if (!sessions.TryGetValue(subject, out var running))
                {
                    sessions.Add(subject, running = new Running());
                }

                running.Take(entry);
            }
        }

        return [.. sessions.Select(session => session.Value.Summary(session.Key))];
    }

    private static bool IsOfASession(string kind) =>
        kind is LedgerKinds.SessionLive or LedgerKinds.SessionSilent or LedgerKinds.SessionEnded or LedgerKinds.SessionCounted;

    private sealed class Running
    {
        private bool _live;
        private bool _liveSinceLastCount;
        private bool _ended;
        private bool _countedAtEnd;
        private int _intervals;
        private long _in, _passed, _dropped, _outside;
        private long? _firstBad;

        public void Take(LedgerEntry entry)
        {
            Count(entry);
            switch (entry.Kind)
            {
                case LedgerKinds.SessionLive:
                    _intervals += _live ? 0 : 1;
                    _live = true;
                    _liveSinceLastCount = true;
                    break;
                case LedgerKinds.SessionSilent:
                    _live = false;
                    break;
                case LedgerKinds.SessionEnded:
                    _live = false;
                    _ended = true;
                    _liveSinceLastCount = false;
                    break;
            }
        }

        public SessionReconciliation Summary(string session) =>
            new(session, _intervals, _in, _passed, _dropped, _outside, _firstBad) { Complete = _ended && _countedAtEnd };

        private void Count(LedgerEntry entry)
        {
            var facts = JsonSerializer.Deserialize<Dictionary<string, string>>(entry.Facts) ?? [];
            if (!TryRead(facts, "passed", out var passed))
            {
                return;
            }

            var grown = passed - _passed;
            if (grown < 0 || (grown > 0 && !_live && !_liveSinceLastCount))
            {
                _outside += Math.Abs(grown);
                _firstBad ??= entry.Sequence;
            }

            _passed = passed;
            _in = TryRead(facts, "in", out var seen) ? seen : _in;
            _dropped = TryRead(facts, "dropped", out var dropped) ? dropped : _dropped;
            _countedAtEnd = entry.Kind == LedgerKinds.SessionEnded;
            _liveSinceLastCount = _live;
        }

        private static bool TryRead(Dictionary<string, string> facts, string key, out long value)
        {
            value = 0;
            return facts.TryGetValue(key, out var text)
                && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
        }
    }
}
