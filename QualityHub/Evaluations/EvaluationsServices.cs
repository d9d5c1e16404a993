namespace QualityHub.Evaluations;

public static class EvaluationsServices
{
    public static IHostApplicationBuilder AddEvaluations(this IHostApplicationBuilder builder)
    {
        return builder;
    }

    public static void MapEvaluations(this IEndpointRouteBuilder app)
    {
    }
}
