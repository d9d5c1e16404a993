using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using QualityHub.Platform;

namespace QualityHub.Access;

/// <summary>Between the password and the sign-in: whose password was right, for ten minutes. It opens nothing by itself.</summary>
public sealed class StepCookie(IDataProtectionProvider protection)
{
    private const string Name = "qh-step";

    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("QualityHub.Access.Step.v1").ToTimeLimitedDataProtector();

    internal void Write(HttpContext http, Account account) =>
        http.Response.Cookies.Append(Name, _protector.Protect($"{account.Id}|{account.SecurityStamp}", TimeSpan.FromMinutes(10)), new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            SameSite = SameSiteMode.Strict,
            Secure = http.Request.IsHttps,
        });

    internal void Clear(HttpContext http) => http.Response.Cookies.Delete(Name);

    /// <summary>The account, unless the cookie is old, forged, or its password was changed since.</summary>
    internal async Task<Account?> ReadAsync(HttpContext http, AccountStore accounts, CancellationToken cancellationToken)
    {
        try
        {
            return http.Request.Cookies[Name] is { Length: > 0 } cookie
                && _protector.Unprotect(cookie).Split('|') is [var id, var stamp]
                && Id.TryParse<AccountId>(id, out var account)
                && await accounts.FindAsync(account, cancellationToken) is { Active: true } found
                && found.SecurityStamp == stamp
                    ? found
                    : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
