namespace QualityHub.Ledger;

/// <summary>The trail cannot be trusted to keep what would open now, so that nothing opens.</summary>
public sealed class LedgerUnavailableException(string message) : Exception(message);
