namespace QualityHub.Listening;

/// <summary>The sentences of this room: French in ListeningWords.resx, English in ListeningWords.en.resx.</summary>
public sealed class ListeningWords;
