using System.Security.Cryptography;
using QualityHub.Agents;
using QualityHub.Calls;
using QualityHub.Telephony.Connectors;

namespace QualityHub.Telephony.Events;

/// <summary>What the telephone system tells of a call. <c>Agent</c> is its login name for the agent.</summary>
public sealed record CallEvent(string? Type, string? Agent, string? Queue);

/// <summary><c>POST /api/calls/{externalId}/events</c>: facts change, and gates close, before anything is awaited.</summary>
public sealed class CallEvents(ConnectorStore connectors, LiveCalls calls, AgentDirectory agents, TimeProvider clock)
{
    public async Task<IResult> HandleAsync(string externalId, CallEvent body, HttpContext context)
    {
        var began = clock.GetTimestamp();
        if (Authenticated(context.Request.Headers) is not { } connector)
        {
            var left = TimeSpan.FromMilliseconds(500) - clock.GetElapsedTime(began);
            await Task.Delay(left > TimeSpan.Zero ? left : TimeSpan.Zero, clock, context.RequestAborted);
            return Results.Problem(statusCode: StatusCodes.Status401Unauthorized);
        }

        if (externalId.Length > 100 || Change(body) is not { } change)
        {
            return Results.Problem(statusCode: StatusCodes.Status400BadRequest, title: "Unknown event type, or a field it needs is missing.");
        }

        var external = new ExternalCall(connector.Id, externalId.ToLowerInvariant());
        if (body.Type == "ended" && calls.Find(external) is null)
        {
            return Results.NoContent();
        }

        var call = calls.GetOrStart(external, body.Queue ?? "");
        call.Change(change);
        if (!string.IsNullOrEmpty(body.Queue))
        {
            call.LearnQueue(body.Queue);
        }

        if (body.Type == "ended")
        {
            calls.End(call);
        }

        return Results.NoContent();
    }

    private Func<CallFacts, CallFacts>? Change(CallEvent body) => body.Type switch
    {
        "agent_connected" when body.Agent is { Length: > 0 } code => agents.ByCode(code) is { } agent
            ? facts => facts.Agents.Contains(agent.Id) ? facts : facts with { Agents = facts.Agents.Add(agent.Id) }
            : facts => facts with { HasUnknownAgent = true },
        "agent_left" when body.Agent is { Length: > 0 } code => agents.ByCode(code) is { } agent
            ? facts => facts.Agents.Contains(agent.Id) ? facts with { Agents = facts.Agents.Remove(agent.Id) } : facts
            : facts => facts,
        "announcement_started" => facts => facts with { AnnouncementStarted = true },
        "caller_informed" => facts => facts with { CallerInformed = true },
        "caller_refused" => facts => facts with { CallerRefused = true },
        "hold" => facts => facts with { OnHold = true },
        "resume" => facts => facts with { OnHold = false },
        "payment_started" => facts => facts with { InPayment = true },
        "payment_ended" => facts => facts with { InPayment = false },
        "private_call" => facts => facts with { Private = true },
        "transferred" => facts => facts with { Transferred = true },
        "ended" => facts => facts with { Ended = true },
        _ => null,
    };

    private Connector? Authenticated(IHeaderDictionary headers)
    {
        var known = connectors.ByKey(headers["x-api-key"].ToString());
        var bearer = headers.Authorization.ToString();
        Span<byte> given = stackalloc byte[64];
        var fits = bearer.StartsWith("Bearer ", StringComparison.Ordinal)
            & Convert.TryFromBase64String(bearer.Length > 7 ? bearer[7..] : "", given, out var length);
        var secret = known?.Secret ?? RandomNumberGenerator.GetBytes(32);
        return CryptographicOperations.FixedTimeEquals(secret, given[..length]) && fits ? known?.Connector : null;
    }
}
