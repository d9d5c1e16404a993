namespace QualityHub.Listening;

/// <summary>The sentences of the wallboard and of the page where a call is heard.</summary>
public sealed class WallboardWords;
