using QualityHub.Platform;

namespace QualityHub.Evaluations;

public readonly record struct EvaluationId(Guid Value) : IId<EvaluationId>
{
    public static EvaluationId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("D");
}
