namespace QualityHub.Shell;

/// <summary>The sentences of the frame around every page.</summary>
public sealed class ShellWords;
