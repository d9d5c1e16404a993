namespace QualityHub.Desk;

public static class DeskServices
{
    public static IHostApplicationBuilder AddDesk(this IHostApplicationBuilder builder)
    {
        builder.Services.AddScoped<MyListening>();
        return builder;
    }

    public static void MapDesk(this IEndpointRouteBuilder app)
    {
    }
}
