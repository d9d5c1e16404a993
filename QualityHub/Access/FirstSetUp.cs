using System.Security.Cryptography;
using System.Text;

namespace QualityHub.Access;

/// <summary>
/// The one-time link by which the first administrator is made. It lives in memory only, for a day, and only while there is no account:
/// whoever can read the console of the first start, and nobody else, may use it. A restart prints a new one.
/// </summary>
public sealed class FirstSetUp(TimeProvider clock)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    private readonly Lock _gate = new();
    private byte[]? _hash;
    private DateTimeOffset _until;

    internal string Issue()
    {
        var token = RandomNumberGenerator.GetHexString(40, lowercase: true);
        lock (_gate)
        {
            _hash = SHA256.HashData(Encoding.UTF8.GetBytes(token));
            _until = clock.GetUtcNow() + Lifetime;
        }

        return token;
    }

    public bool Knows(string? token)
    {
        lock (_gate)
        {
            return token is not null && _hash is not null && clock.GetUtcNow() < _until
                && CryptographicOperations.FixedTimeEquals(_hash, SHA256.HashData(Encoding.UTF8.GetBytes(token)));
        }
    }

    /// <summary>True once: the link is used up with it.</summary>
    internal bool Use(string? token)
    {
        lock (_gate)
        {
            var good = Knows(token);
            _hash = good ? null : _hash;
            return good;
        }
    }
}
