using System.Text.Json;

namespace QualityHub.Telephony.AudioHook;

/// <summary>One media entry of an <c>open</c>: what the telephone system can send, and how its channels lie.</summary>
public sealed record MediaOffer
{
    /// <summary>The entry exactly as offered: the answer must echo it.</summary>
    public required JsonElement Entry { get; init; }

    /// <summary>At which place in a sample the agent's and the customer's bytes stand; -1 where the leg is not there.</summary>
    public required int AgentAt { get; init; }

    public required int CustomerAt { get; init; }

    public int Channels => (AgentAt >= 0 ? 1 : 0) + (CustomerAt >= 0 ? 1 : 0);

    /// <summary>The first PCMU stereo offer, else the first PCMU one; null when there is none. L16's byte order is not settled, so it is not taken.</summary>
    public static MediaOffer? Choose(JsonElement media)
    {
        if (media.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        var offers = media.EnumerateArray().Select(Read).OfType<MediaOffer>().ToList();
        return offers.FirstOrDefault(offer => offer.Channels == 2) ?? offers.FirstOrDefault();
    }

    private static MediaOffer? Read(JsonElement entry)
    {
        if (entry.ValueKind != JsonValueKind.Object
            || !Says(entry, "type", "audio") || !Says(entry, "format", "PCMU")
            || !entry.TryGetProperty("rate", out var rate) || rate.ValueKind != JsonValueKind.Number || rate.GetDouble() != 8000
            || !entry.TryGetProperty("channels", out var channels) || channels.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        var names = channels.EnumerateArray().Select(name => name.ValueKind == JsonValueKind.String ? name.GetString() : null).ToList();
        var offer = new MediaOffer { Entry = entry.Clone(), AgentAt = names.IndexOf("internal"), CustomerAt = names.IndexOf("external") };
        return offer.Channels == names.Count && names.Count > 0 ? offer : null;
    }

    private static bool Says(JsonElement entry, string name, string value) =>
        entry.TryGetProperty(name, out var said) && said.ValueKind == JsonValueKind.String && said.ValueEquals(value);
}
