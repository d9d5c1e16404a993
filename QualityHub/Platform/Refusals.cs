using Microsoft.Extensions.Localization;

namespace QualityHub.Platform;

/// <summary>Turns a refusal into its sentence, in the language of whoever reads it.</summary>
public sealed class Refusals(IStringLocalizerFactory words)
{
    public string Say(Refusal refusal) => words.Create(refusal.Words)[refusal.Code, refusal.Values];
}
