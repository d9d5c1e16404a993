namespace QualityHub.Calls;

public static class CallsServices
{
    public static IHostApplicationBuilder AddCalls(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<LiveCalls>();
        return builder;
    }
}
