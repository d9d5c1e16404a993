using QualityHub.Telephony.AudioHook;
using QualityHub.Tests.Platform;

namespace QualityHub.Tests.Telephony;

public sealed class AudioHookSignatureTests
{
    private const string Key = "SGVsbG8sIEkgYW0gdGhlIEFQSSBrZXkh";
    private const string Components =
        "(\"@request-target\" \"@authority\" \"audiohook-organization-id\" \"audiohook-session-id\" \"audiohook-correlation-id\" \"x-api-key\")";

    private static readonly byte[] Secret = Convert.FromBase64String("TXlTdXBlclNlY3JldEtleVRlbGxOby0xITJAMyM0JDU=");
    private static readonly DateTimeOffset Created = DateTimeOffset.FromUnixTimeSeconds(1641013200);

    [Fact]
    public void The_published_vector_is_accepted()
    {
        var request = Published();

        var input = request.ReadFresh(Created + TimeSpan.FromSeconds(1));

        Assert.NotNull(input);
        Assert.True(request.IsSignedWith(input, Secret));
    }

    [Fact]
    public void One_changed_letter_of_what_was_signed_is_noticed()
    {
        var request = Published() with { Target = "/api/v1/voicebiometrics/wt" };

        Assert.False(request.IsSignedWith(request.ReadFresh(Created)!, Secret));
    }

    [Fact]
    public void Another_secret_does_not_fit() =>
        Assert.False(Published().IsSignedWith(Published().ReadFresh(Created)!, new byte[32]));

    [Theory]
    [InlineData(-4, false)]
    [InlineData(-3, true)]
    [InlineData(7, true)]
    [InlineData(8, false)]
    public void It_is_good_from_three_seconds_ahead_to_seven_seconds_after(int seconds, bool good) =>
        Assert.Equal(good, Published().ReadFresh(Created + TimeSpan.FromSeconds(seconds)) is not null);

    [Theory]
    [InlineData(";keyid=\"{K}\";nonce=\"tooshort\";alg=\"hmac-sha256\";created=1641013200")]
    [InlineData(";keyid=\"another\";nonce=\"VGhpc0lzQVVuaXF1ZU5vbmNl\";alg=\"hmac-sha256\";created=1641013200")]
    [InlineData(";keyid=\"{K}\";nonce=\"VGhpc0lzQVVuaXF1ZU5vbmNl\";alg=\"hmac-sha512\";created=1641013200")]
    [InlineData(";keyid=\"{K}\";nonce=\"VGhpc0lzQVVuaXF1ZU5vbmNl\";alg=\"hmac-sha256\"")]
    [InlineData(";keyid=\"{K}\";nonce=\"VGhpc0lzQVVuaXF1ZU5vbmNl\";created=1641013200;tag=\"x\"")]
    [InlineData(";keyid=\"{K}\";nonce=\"VGhpc0lzQVVuaXF1ZU5vbmNl\";created=1641013200;expires=1641013201")]
    public void Metadata_that_says_too_little_or_too_much_is_refused(string parameters) =>
        Assert.Null(Request(Components + parameters.Replace("{K}", Key, StringComparison.Ordinal)).ReadFresh(Created));

    [Theory]
    [InlineData("(\"@request-target\" \"@authority\")")]
    [InlineData("(\"@request-target\" \"@request-target\" \"@authority\" \"audiohook-organization-id\" \"audiohook-session-id\" \"audiohook-correlation-id\" \"x-api-key\")")]
    [InlineData("(\"@signature-params\" \"@request-target\" \"@authority\" \"audiohook-organization-id\" \"audiohook-session-id\" \"audiohook-correlation-id\" \"x-api-key\")")]
    [InlineData("")]
    public void A_signature_that_covers_too_little_or_the_same_twice_is_refused(string components) =>
        Assert.Null(Request($"{components};keyid=\"{Key}\";nonce=\"VGhpc0lzQVVuaXF1ZU5vbmNl\";alg=\"hmac-sha256\";created=1641013200").ReadFresh(Created));

    [Fact]
    public void A_nonce_is_good_once_and_forgotten_after_half_a_minute()
    {
        var clock = new TwoClocks();
        var cache = new NonceCache(clock);

        Assert.True(cache.TryUse(Key, "nonce"));
        Assert.False(cache.TryUse(Key, "nonce"));
        Assert.True(cache.TryUse("another key", "nonce"));

        clock.Pass(TimeSpan.FromSeconds(31));
        Assert.True(cache.TryUse(Key, "nonce"));
    }

    private static SignedRequest Published() =>
        Request($"{Components};keyid=\"{Key}\";nonce=\"VGhpc0lzQVVuaXF1ZU5vbmNl\";alg=\"hmac-sha256\";created=1641013200;expires=3282026430");

    private static SignedRequest Request(string input) => new(
        "/api/v1/voicebiometrics/ws",
        "audiohook.example.com",
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["audiohook-organization-id"] = "d7934305-0972-4844-938e-9060eef73d05",
            ["audiohook-session-id"] = "30b0e395-84d3-4570-ac13-9a62d8f514c0",
            ["audiohook-correlation-id"] = "e160e428-53e2-487c-977d-96989bf5c99d",
            ["x-api-key"] = Key,
            ["signature-input"] = "sig1=" + input,
            ["signature"] = "sig1=:NZBwyBHRRyRoeLqy1IzOa9VYBuI8TgMFt2GRDkDuJh4=:",
        });
}
