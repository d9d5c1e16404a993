using System.Text.Encodings.Web;
using Microsoft.Extensions.Localization;
using QualityHub.Access;

namespace QualityHub.Listening;

/// <summary>
/// The stop that works when everything else is dead: a plain form POST with a stop-only token. No sign-in, no antiforgery, no reason.
/// </summary>
public static class StopEndpoint
{
    public const string Path = "/desk/stop";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost(Path, HandleAsync).AllowAnonymous().DisableAntiforgery();

    private static async Task<IResult> HandleAsync(
        HttpContext context, StopToken tokens, ListeningSessions sessions, IStringLocalizer<ListeningWords> words)
    {
        if (!IsOwnOrigin(context.Request) || !context.Request.HasFormContentType)
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (tokens.Read(form["token"].ToString()) is not { } agent)
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        var ended = sessions.Stop(agent);
        return context.Request.Headers.Accept.ToString().Contains("application/json", StringComparison.OrdinalIgnoreCase)
            ? Results.Json(new { ended })
            : Results.Content(Page(words["StoppedByYou"]), "text/html; charset=utf-8");
    }

    private static bool IsOwnOrigin(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0
            || (Uri.TryCreate(origin, UriKind.Absolute, out var from)
                && string.Equals(from.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase));
    }

    private static string Page(string sentence)
    {
        var text = HtmlEncoder.Default.Encode(sentence);
        return $"<!DOCTYPE html><html lang=\"fr\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>{text}</title>"
            + $"<body style=\"font:1.5rem system-ui;margin:15vh auto;max-width:34rem;padding:1rem\"><h1 style=\"font-size:1.5rem\">{text}</h1></body></html>";
    }
}
