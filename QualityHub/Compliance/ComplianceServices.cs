namespace QualityHub.Compliance;

public static class ComplianceServices
{
    public static IHostApplicationBuilder AddCompliance(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ReadLedger>();
        return builder;
    }

    public static void MapCompliance(this IEndpointRouteBuilder app)
    {
    }
}
