namespace QualityHub.Ledger;

public static class LedgerServices
{
    public static IHostApplicationBuilder AddLedger(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<LedgerOptions>()
            .BindConfiguration(LedgerOptions.Section)
            .ValidateDataAnnotations()
            .ValidateOnStart();

        builder.Services.AddSingleton<LedgerHeads>();
        builder.Services.AddSingleton<LedgerWriter>();
        builder.Services.AddSingleton<LedgerReader>();
        return builder;
    }

    public static void MapLedger(this IEndpointRouteBuilder app)
    {
        // A lost or unreadable key is a reason not to start, not a surprise at the first call.
        _ = app.ServiceProvider.GetRequiredService<LedgerHeads>();
    }
}
