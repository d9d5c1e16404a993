using System.Security.Cryptography;
using System.Text;

namespace QualityHub.Telephony.AudioHook;

/// <summary>The parts of an upgrade request that AudioHook signs, as they came over the wire.</summary>
/// <param name="Target">Raw path and query.</param>
/// <param name="Authority">The original Host, lower-cased, without a default port.</param>
/// <param name="Headers">Lower-case header names to their values; repeated ones joined by ", ".</param>
public sealed record SignedRequest(string Target, string Authority, IReadOnlyDictionary<string, string> Headers)
{
    private static readonly string[] MustBeCovered =
        ["@request-target", "@authority", "audiohook-organization-id", "audiohook-session-id", "audiohook-correlation-id", "x-api-key"];

    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan MaximumAge = TimeSpan.FromSeconds(10);
    private const int ShortestNonce = 22;

    /// <summary>
    /// The signature's metadata when the request is well formed, fresh and covers what it must; null otherwise. Whether the bytes are
    /// right is for <see cref="IsSignedWith"/>, which takes the same time for a wrong key.
    /// </summary>
    public SignatureInput? ReadFresh(DateTimeOffset now)
    {
        if (!Headers.TryGetValue("signature-input", out var header) || SignatureInput.Parse(header) is not { } input)
        {
            return null;
        }

        var isFresh = input.Created is { } created && created <= now + Skew && created + MaximumAge >= now + Skew
            && (input.Expires is not { } expires || expires >= now + Skew);
        var covers = MustBeCovered.All(component => input.Components.Contains(component, StringComparer.Ordinal))
            && !input.Components.Contains("@signature-params", StringComparer.Ordinal);
        var isNamed = input.Nonce is { Length: >= ShortestNonce }
            && input.KeyId is { Length: > 0 } key && key == Headers.GetValueOrDefault("x-api-key")
            && input.Parameters.GetValueOrDefault("alg", "hmac-sha256") == "hmac-sha256";
        return isFresh && covers && isNamed ? input : null;
    }

    /// <summary>Compares in fixed time.</summary>
    public bool IsSignedWith(SignatureInput input, ReadOnlySpan<byte> secret)
    {
        Span<byte> expected = stackalloc byte[HMACSHA256.HashSizeInBytes];
        if (Base(input) is not { } text)
        {
            return false;
        }

        HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(text), expected);
        return CryptographicOperations.FixedTimeEquals(expected, Signature(input.Label));
    }

    /// <summary>The text that is signed, or null where a covered component is missing.</summary>
    public string? Base(SignatureInput input)
    {
        var text = new StringBuilder();
        foreach (var component in input.Components)
        {
            var value = component switch
            {
                "@request-target" => Target,
                "@authority" => Authority,
                _ => Headers.GetValueOrDefault(component),
            };
            if (value is null)
            {
                return null;
            }

            text.Append('"').Append(component).Append("\": ").Append(value).Append('\n');
        }

        return text.Append("\"@signature-params\": ").Append(input.Text).ToString();
    }

    private byte[] Signature(string label)
    {
        var prefix = label + "=:";
        var header = Headers.GetValueOrDefault("signature") ?? string.Empty;
        var bytes = new byte[HMACSHA256.HashSizeInBytes];
        return header.StartsWith(prefix, StringComparison.Ordinal) && header.EndsWith(':') && header.Length > prefix.Length
            && Convert.TryFromBase64String(header[prefix.Length..^1], bytes, out var written) && written == bytes.Length
            ? bytes
            : [];
    }
}
