namespace QualityHub.Access;

public static class AccessServices
{
    public static IHostApplicationBuilder AddAccess(this IHostApplicationBuilder builder)
    {
        return builder;
    }

    public static void MapAccess(this IEndpointRouteBuilder app)
    {
    }
}
