namespace QualityHub.Ledger;

/// <summary>The words of the trail.</summary>
public sealed class LedgerWords;
