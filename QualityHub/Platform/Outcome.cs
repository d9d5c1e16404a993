using System.Diagnostics.CodeAnalysis;

namespace QualityHub.Platform;

/// <summary>
/// A "no" that a person can act on. <paramref name="Words"/> is the room's resource class and <paramref name="Code"/>
/// both the key of the sentence there and the reason code an outside client reads; <paramref name="Values"/> fill its gaps.
/// </summary>
public sealed record Refusal(Type Words, string Code, params object[] Values)
{
    public static Refusal In<TWords>(string code, params object[] values) => new(typeof(TWords), code, values);
}

/// <summary>What a use case answers: a value, or a refusal in words. An exception is a surprise, not an answer.</summary>
public readonly struct Outcome<T>
{
    private readonly T? _value;

    private Outcome(T value) => _value = value;

    private Outcome(Refusal refusal) => Refusal = refusal;

    public Refusal? Refusal { get; }

    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool Succeeded => Refusal is null;

    public T Value => Refusal is null
        ? _value!
        : throw new InvalidOperationException($"Refused: {Refusal.Code}");

    public static implicit operator Outcome<T>(T value) => new(value);

    public static implicit operator Outcome<T>(Refusal refusal) => new(refusal);
}

/// <summary>The value of an outcome that has nothing to say but "done".</summary>
public readonly record struct Done
{
    public static Done It => default;
}
