using System.Security.Cryptography;

namespace QualityHub.Platform;

/// <summary>
/// What every answer carries, an error's too. Scripts run only from our own files, or with the nonce of this one answer;
/// the microphone, the camera and the screen are refused to us by the browser itself.
/// </summary>
public static class SecurityHeaders
{
    private const string Permissions =
        "microphone=(), camera=(), display-capture=(), geolocation=(), usb=(), serial=(), hid=(), bluetooth=(), midi=(), payment=(), "
        + "accelerometer=(), gyroscope=(), magnetometer=(), screen-wake-lock=(), browsing-topics=(), "
        + "publickey-credentials-get=(self), publickey-credentials-create=(self), autoplay=(self)";

    private static readonly object NonceKey = new();

    /// <summary>The nonce of this answer, for the import map: the only inline script there is.</summary>
    public static string CspNonce(this HttpContext http)
    {
        if (http.Items[NonceKey] is not string nonce)
        {
            http.Items[NonceKey] = nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(18));
        }

        return nonce;
    }

    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        // At the start of the answer: an exception handler clears what was set before it.
        http.Response.OnStarting(() =>
        {
            var headers = http.Response.Headers;
            headers.ContentSecurityPolicy = Policy(http);
            headers["Permissions-Policy"] = Permissions;
            headers["Referrer-Policy"] = "same-origin";
            headers.XContentTypeOptions = "nosniff";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            return Task.CompletedTask;
        });
        return next(http);
    });

    private static string Policy(HttpContext http)
    {
        // 'self' covers ws: of the same origin in today's browsers; older ones need it named.
        var socket = $"{(http.Request.IsHttps ? "wss" : "ws")}://{http.Request.Host}";
        return "default-src 'self'; "
            + $"script-src 'self' 'nonce-{http.CspNonce()}'; "
            + "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; media-src 'self' blob:; worker-src 'self' blob:; "
            + $"connect-src 'self' {socket}; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";
    }
}
