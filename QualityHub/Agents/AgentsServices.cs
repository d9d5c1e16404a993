namespace QualityHub.Agents;

public static class AgentsServices
{
    public static IHostApplicationBuilder AddAgents(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<AgentStore>();
        builder.Services.AddSingleton<AgentDirectory>();
        builder.Services.AddSingleton<AgentChange>();
        builder.Services.AddSingleton<AddAgent>();
        builder.Services.AddSingleton<ChangeAgent>();
        builder.Services.AddSingleton<RetireAgent>();
        builder.Services.AddSingleton<LinkAccount>();
        builder.Services.AddSingleton<AddTeam>();
        builder.Services.AddSingleton<AddQueue>();
        builder.Services.AddSingleton<MapExtension>();
        builder.Services.AddHostedService<AgentsStart>();
        return builder;
    }

    public static void MapAgents(this IEndpointRouteBuilder app)
    {
    }

    /// <summary>The directory is filled before any door opens.</summary>
    private sealed class AgentsStart(AgentDirectory directory) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => directory.RefreshAsync(cancellationToken);

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
