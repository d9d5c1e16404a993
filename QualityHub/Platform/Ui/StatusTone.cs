namespace QualityHub.Platform.Ui;

/// <summary>What a chip says by its colour. <see cref="Heard"/> (amber) is for "someone is being heard" and for nothing else.</summary>
public enum StatusTone
{
    Quiet,
    Busy,
    Good,
    Bad,
    Heard,
}
