namespace QualityHub.Listening;

public static class ListeningServices
{
    public static IHostApplicationBuilder AddListening(this IHostApplicationBuilder builder)
    {
        return builder;
    }

    public static void MapListening(this IEndpointRouteBuilder app)
    {
    }
}
