using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using QualityHub.Platform;

namespace QualityHub.Access;

/// <summary>The long-lived cookie by which a browser is known again. Encrypted, so that a device cannot be made up.</summary>
public sealed class DeviceCookie(IDataProtectionProvider protection, TimeProvider clock)
{
    public const string Name = "qh-device";

    private readonly IDataProtector _protector = protection.CreateProtector("QualityHub.Access.Device.v1");

    public DeviceId? Read(HttpContext http)
    {
        if (http.Request.Cookies[Name] is not { Length: > 0 } cookie)
        {
            return null;
        }

        try
        {
            return Id.TryParse<DeviceId>(_protector.Unprotect(cookie), out var device) ? device : null;
        }
        catch (Exception broken) when (broken is CryptographicException or FormatException)
        {
            return null;
        }
    }

    /// <summary>The device of this browser, given a cookie when it has none yet. The cookie is renewed each time: it lasts 400 days.</summary>
    public DeviceId Ensure(HttpContext http)
    {
        var device = Read(http) ?? Id.New<DeviceId>(clock);
        http.Response.Cookies.Append(Name, _protector.Protect(device.ToString()), new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            SameSite = SameSiteMode.Lax,
            Secure = http.Request.IsHttps,
            MaxAge = TimeSpan.FromDays(400),
        });
        return device;
    }
}
