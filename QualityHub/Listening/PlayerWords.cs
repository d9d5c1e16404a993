namespace QualityHub.Listening;

/// <summary>Marks the words of the listening player.</summary>
public sealed class PlayerWords;
