namespace QualityHub.Access;

/// <summary>The sentences of this room: French in AccessWords.resx, English in AccessWords.en.resx.</summary>
public sealed class AccessWords;
