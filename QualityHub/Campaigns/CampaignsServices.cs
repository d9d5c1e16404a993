namespace QualityHub.Campaigns;

public static class CampaignsServices
{
    public static IHostApplicationBuilder AddCampaigns(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<CampaignStore>();
        return builder;
    }

    public static void MapCampaigns(this IEndpointRouteBuilder app)
    {
    }
}
