using QualityHub.Platform;

namespace QualityHub.Forms;

public readonly record struct FormVersionId(Guid Value) : IId<FormVersionId>
{
    public static FormVersionId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("D");
}
