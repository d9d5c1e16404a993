namespace QualityHub.Platform;

/// <summary>A typed id: a version 7 UUID, so that ids sort by the instant they were made. Kept as lower-case text in the database.</summary>
public interface IId<TSelf> : IParsable<TSelf>
    where TSelf : struct, IId<TSelf>
{
    Guid Value { get; }

    static abstract TSelf From(Guid value);

    static TSelf New(TimeProvider clock) => TSelf.From(Guid.CreateVersion7(clock.GetUtcNow()));

    static TSelf IParsable<TSelf>.Parse(string text, IFormatProvider? provider) => TSelf.From(Guid.Parse(text, provider));

    static bool IParsable<TSelf>.TryParse(string? text, IFormatProvider? provider, out TSelf result)
    {
        var parsed = Guid.TryParse(text, provider, out var value);
        result = TSelf.From(value);
        return parsed;
    }
}

public static class Id
{
    /// <summary>Makes a new id at the clock's instant.</summary>
    public static TId New<TId>(TimeProvider clock)
        where TId : struct, IId<TId> => IId<TId>.New(clock);

    public static bool TryParse<TId>(string? text, out TId id)
        where TId : struct, IId<TId>
    {
        var parsed = Guid.TryParse(text, out var value);
        id = TId.From(value);
        return parsed;
    }
}
