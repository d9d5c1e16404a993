namespace QualityHub.Evaluations;

/// <summary>The sentences of this room: French in EvaluationsWords.resx, English in EvaluationsWords.en.resx.</summary>
public sealed class EvaluationsWords;
