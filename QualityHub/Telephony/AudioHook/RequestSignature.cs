using System.Security.Cryptography;
using QualityHub.Telephony.Connectors;

namespace QualityHub.Telephony.AudioHook;

/// <summary>Which connector signed an upgrade, freshly and for the first time; null when none did.</summary>
public sealed class RequestSignature(ConnectorStore connectors, NonceCache nonces, TimeProvider clock)
{
    public Connector? Verify(IHeaderDictionary headers, string target, string authority)
    {
        var values = headers.ToDictionary(
            header => header.Key.ToLowerInvariant(), header => string.Join(", ", header.Value.ToArray()), StringComparer.Ordinal);
        var request = new SignedRequest(target, authority, values);
        if (request.ReadFresh(clock.GetUtcNow()) is not { } input)
        {
            return null;
        }

        // An unknown key costs the same work as a known one.
        var known = connectors.ByKey(input.KeyId!);
        var signed = request.IsSignedWith(input, known?.Secret ?? RandomNumberGenerator.GetBytes(32));
        return signed && known is { } connector && nonces.TryUse(connector.Connector.Key, input.Nonce!) ? connector.Connector : null;
    }
}
