namespace QualityHub.Agents;

public static class AgentsServices
{
    public static IHostApplicationBuilder AddAgents(this IHostApplicationBuilder builder)
    {
        return builder;
    }

    public static void MapAgents(this IEndpointRouteBuilder app)
    {
    }
}
