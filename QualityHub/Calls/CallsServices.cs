namespace QualityHub.Calls;

public static class CallsServices
{
    public static IHostApplicationBuilder AddCalls(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ClosedCalls>();
        // Whoever taps calls also asks about them: the taps are looked for when the first call comes.
        builder.Services.AddSingleton(services => new Lazy<IEnumerable<ICallTapSource>>(services.GetServices<ICallTapSource>));
        builder.Services.AddSingleton<LiveCalls>();
        return builder;
    }
}
