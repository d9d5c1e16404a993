namespace QualityHub.Telephony;

public static class TelephonyServices
{
    public static IHostApplicationBuilder AddTelephony(this IHostApplicationBuilder builder)
    {
        return builder;
    }

    public static void MapTelephony(this IEndpointRouteBuilder app)
    {
    }
}
