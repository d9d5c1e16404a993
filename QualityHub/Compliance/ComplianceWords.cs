namespace QualityHub.Compliance;

/// <summary>The sentences of this room: French in ComplianceWords.resx, English in ComplianceWords.en.resx.</summary>
public sealed class ComplianceWords;
