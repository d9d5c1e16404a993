using System.Security.Cryptography;

namespace QualityHub.Access;

/// <summary>A password to be read out once: 20 characters without look-alikes, of all the classes the rule asks for.</summary>
internal static class OneTimePassword
{
    private const string Upper = "ABCDEFGHJKLMNPQRSTUVWXYZ";
    private const string Lower = "abcdefghijkmnpqrstuvwxyz";
    private const string Digits = "23456789";

    public static string New()
    {
        while (true)
        {
            var password = RandomNumberGenerator.GetString(Upper + Lower + Digits, 20);
            if (PasswordRule.Allows(password))
            {
                return password;
            }
        }
    }
}
