using QualityHub.Telephony.AudioHook;
using QualityHub.Telephony.Connectors;
using QualityHub.Telephony.Events;

namespace QualityHub.Telephony;

public static class TelephonyServices
{
    public static IHostApplicationBuilder AddTelephony(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ConnectorStore>();
        builder.Services.AddSingleton<CreateConnector>();
        builder.Services.AddSingleton<NonceCache>();
        builder.Services.AddSingleton<RequestSignature>();
        builder.Services.AddSingleton<AudioHookDoor>();
        builder.Services.AddSingleton<CallEvents>();
        builder.Services.AddHostedService<KnownConnectors>();
        return builder;
    }

    public static void MapTelephony(this IEndpointRouteBuilder app)
    {
        // The door brings its own WebSockets, so that nothing depends on where in the pipeline they stand.
        var pipeline = app.CreateApplicationBuilder();
        pipeline.UseWebSockets();
        pipeline.Run(context => context.RequestServices.GetRequiredService<AudioHookDoor>().HandleAsync(context));
        app.MapGet("/audiohook/v1", pipeline.Build()).AllowAnonymous();
        app.MapPost(
            "/api/calls/{externalId}/events",
            (string externalId, CallEvent body, HttpContext context, CallEvents events) => events.HandleAsync(externalId, body, context))
            .AllowAnonymous()
            .DisableAntiforgery();
    }

    /// <summary>Knows the connectors before the doors open.</summary>
    private sealed class KnownConnectors(ConnectorStore store) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => store.RefreshAsync(cancellationToken);

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
