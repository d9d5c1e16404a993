using System.Globalization;

namespace QualityHub.Telephony.AudioHook;

/// <summary>
/// One label of a Signature-Input header: the covered components, the parameters, and the text that both are signed as.
/// Only the forms AudioHook uses are taken (draft-ietf-httpbis-message-signatures-11, §4.1): everything else is refused.
/// </summary>
public sealed record SignatureInput
{
    private static readonly string[] KnownParameters = ["alg", "created", "expires", "keyid", "nonce"];

    public required string Label { get; init; }

    public required IReadOnlyList<string> Components { get; init; }

    public required IReadOnlyDictionary<string, string> Parameters { get; init; }

    /// <summary>The inner list with its parameters, as it stands after <c>"@signature-params": </c> in the signature base.</summary>
    public required string Text { get; init; }

    public string? KeyId => Parameters.GetValueOrDefault("keyid");

    public string? Nonce => Parameters.GetValueOrDefault("nonce");

    public DateTimeOffset? Created => Instant("created");

    public DateTimeOffset? Expires => Instant("expires");

    /// <summary>Reads a header that holds one label, or null where it is not well formed.</summary>
    public static SignatureInput? Parse(string header)
    {
        var equals = header.IndexOf('=', StringComparison.Ordinal);
        var open = header.IndexOf('(', StringComparison.Ordinal);
        var close = header.IndexOf(')', StringComparison.Ordinal);
        if (equals <= 0 || open != equals + 1 || close < open)
        {
            return null;
        }

        var components = new List<string>();
        foreach (var item in header[(open + 1)..close].Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (Unquote(item) is not { } component || components.Contains(component, StringComparer.Ordinal))
            {
                return null;
            }

            components.Add(component);
        }

        return ParseParameters(header[(close + 1)..]) is { } parameters
            ? new SignatureInput { Label = header[..equals].Trim(), Components = components, Parameters = parameters, Text = header[open..].Trim() }
            : null;
    }

    private static Dictionary<string, string>? ParseParameters(string text)
    {
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            var name = equals < 0 ? part : part[..equals];
            var value = equals < 0 ? string.Empty : part[(equals + 1)..];
            if (!KnownParameters.Contains(name, StringComparer.Ordinal) || !parameters.TryAdd(name, Unquote(value) ?? value))
            {
                return null;
            }
        }

        return parameters;
    }

    private static string? Unquote(string text) =>
        text.Length >= 2 && text[0] == '"' && text[^1] == '"' && !text.AsSpan(1, text.Length - 2).ContainsAny('"', '\\') ? text[1..^1] : null;

    private DateTimeOffset? Instant(string name) =>
        Parameters.TryGetValue(name, out var text) && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && seconds < 253402300800
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;
}
