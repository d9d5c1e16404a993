using System.ComponentModel.DataAnnotations;

namespace QualityHub.Ledger;

/// <summary>Where the trail keeps what must not be in the database. Section <c>Ledger</c>; relative paths are taken from the data folder.</summary>
public sealed class LedgerOptions
{
    public const string Section = "Ledger";

    /// <summary>The private key (PEM, PKCS#8, ECDSA P-256), made on first start and readable by the service's account alone.</summary>
    [Required]
    public string KeyFile { get; init; } = "ledger.key";

    /// <summary>The public key (PEM), for whoever verifies.</summary>
    [Required]
    public string PublicKeyFile { get; init; } = "ledger.pub";

    /// <summary>One signed head per commit. Best on another disk, and copied off the machine.</summary>
    [Required]
    public string HeadsFile { get; init; } = "ledger.heads";
}
