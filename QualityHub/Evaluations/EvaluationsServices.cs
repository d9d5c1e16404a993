namespace QualityHub.Evaluations;

public static class EvaluationsServices
{
    public static IHostApplicationBuilder AddEvaluations(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<StartEvaluation>();
        builder.Services.AddSingleton<EvaluationStore>();
        builder.Services.AddSingleton<SheetStore>();
        builder.Services.AddSingleton<SaveAnswer>();
        builder.Services.AddSingleton<SubmitEvaluation>();
        return builder;
    }

    public static void MapEvaluations(this IEndpointRouteBuilder app)
    {
    }
}
