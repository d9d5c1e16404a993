using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace QualityHub.Ledger;

/// <summary>
/// A signed statement that entry <paramref name="Sequence"/> had this hash: a head when it was the last one, a receipt when someone asked.
/// As text it is one line, <c>v1 sequence hash at signature</c>; the signature is base64 of the 64 bytes r‖s.
/// </summary>
public sealed record LedgerHead(long Sequence, string Hash, string At, string Signature)
{
    public static LedgerHead Sign(long sequence, string hash, string at, ECDsa key) =>
        new(sequence, hash, at, Convert.ToBase64String(key.SignData(Signed(sequence, hash, at), HashAlgorithmName.SHA256)));

    public bool IsSignedBy(ECDsa publicKey)
    {
        var signature = new byte[64];
        return Convert.TryFromBase64String(Signature, signature, out var length)
            && length == signature.Length
            && publicKey.VerifyData(Signed(Sequence, Hash, At), signature, HashAlgorithmName.SHA256);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"v1 {Sequence} {Hash} {At} {Signature}");

    public static bool TryParse(string line, [NotNullWhen(true)] out LedgerHead? head)
    {
        head = null;
        var parts = line.Trim().Split(' ');
        if (parts is not ["v1", var number, { Length: 64 } hash, var at, var signature]
            || !long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence))
        {
            return false;
        }

        head = new LedgerHead(sequence, hash, at, signature);
        return true;
    }

    private static byte[] Signed(long sequence, string hash, string at) =>
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"qualityhub-ledger-head-v1\n{sequence}\n{hash}\n{at}"));
}
