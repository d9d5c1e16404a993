namespace QualityHub.Desk;

/// <summary>The words of the desk and of the banner, the script's included.</summary>
public sealed class DeskWords;
