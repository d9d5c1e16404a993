using Microsoft.AspNetCore.DataProtection;
using QualityHub.Platform;

namespace QualityHub.Access;

/// <summary>
/// What the banner's form carries: good for ending this agent's listening and for nothing else. It needs no sign-in, and survives
/// sign-out and restart, because the keys are on disk and it holds everything it needs. Twelve hours, a shift.
/// </summary>
public sealed class StopToken(IDataProtectionProvider protection, TimeProvider clock)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    private readonly IDataProtector _protector = protection.CreateProtector("QualityHub.Access.StopToken.v1");

    /// <summary>A token for the agent this person is. Throws for someone who is no agent.</summary>
    public string Issue(Person agent)
    {
        var id = agent.Agent ?? throw new ArgumentException("Only an agent has a stop token.", nameof(agent));
        var until = (clock.GetUtcNow() + Lifetime).ToUnixTimeSeconds();
        return _protector.Protect(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{id}|{agent.Device}|{until}"));
    }

    /// <summary>The agent whose listening the token ends, or null when it is forged, altered or too old.</summary>
    public AgentId? Read(string token)
    {
        string[] parts;
        try
        {
            parts = _protector.Unprotect(token).Split('|');
        }
        catch (Exception broken) when (broken is System.Security.Cryptography.CryptographicException or FormatException)
        {
            return null;
        }

        return parts.Length == 3
            && Id.TryParse<AgentId>(parts[0], out var agent)
            && long.TryParse(parts[2], System.Globalization.CultureInfo.InvariantCulture, out var until)
            && clock.GetUtcNow().ToUnixTimeSeconds() <= until
                ? agent
                : null;
    }
}
