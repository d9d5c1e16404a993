using Microsoft.AspNetCore.SignalR;
using QualityHub.Calls;

namespace QualityHub.Listening;

public static class ListeningServices
{
    /// <summary>Room for half a second of sound and no more: a slow page must not fill the server's memory.</summary>
    private const int SendBufferBytes = 16 * 1024;

    public static IHostApplicationBuilder AddListening(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<ListeningOptions>()
            .BindConfiguration(ListeningOptions.Section)
            .ValidateDataAnnotations()
            .ValidateOnStart();

        builder.Services.AddSignalR(options => options.MaximumReceiveMessageSize = 32 * 1024).AddMessagePackProtocol();
        builder.Services.AddSingleton<ListeningConnections>();
        builder.Services.AddSingleton<HubLifetimeManager<ListeningHub>>(services => services.GetRequiredService<ListeningConnections>());
        builder.Services.AddSingleton<Desks>();
        builder.Services.AddSingleton<Banner>();
        builder.Services.AddSingleton<ListeningStore>();
        builder.Services.AddSingleton<ListeningScreens>();
        builder.Services.AddSingleton<ListeningSessions>();
        builder.Services.AddSingleton<ICallTapSource>(services => services.GetRequiredService<ListeningSessions>());
        builder.Services.AddSingleton<StartListening>();
        builder.Services.AddSingleton<LeaveListening>();
        builder.Services.AddSingleton<Wallboard>();
        builder.Services.AddSingleton<ILiveBoard, LiveBoard>();
        builder.Services.AddHostedService<ListeningWatch>();
        return builder;
    }

    public static void MapListening(this IEndpointRouteBuilder app)
    {
        app.MapHub<ListeningHub>("/hubs/listening", options =>
        {
            options.TransportMaxBufferSize = SendBufferBytes;
            options.Transports = Microsoft.AspNetCore.Http.Connections.HttpTransportType.WebSockets;
        });
        app.MapHub<DeskHub>("/hubs/desk");
        StopEndpoint.Map(app);
    }
}
