namespace QualityHub.Ledger;

public static class LedgerServices
{
    public static IHostApplicationBuilder AddLedger(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<LedgerWriter>();
        return builder;
    }

    public static void MapLedger(this IEndpointRouteBuilder app)
    {
    }
}
