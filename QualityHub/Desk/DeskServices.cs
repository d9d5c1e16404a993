namespace QualityHub.Desk;

public static class DeskServices
{
    public static IHostApplicationBuilder AddDesk(this IHostApplicationBuilder builder)
    {
        return builder;
    }

    public static void MapDesk(this IEndpointRouteBuilder app)
    {
    }
}
