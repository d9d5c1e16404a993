namespace QualityHub.Campaigns;

public static class CampaignsServices
{
    public static IHostApplicationBuilder AddCampaigns(this IHostApplicationBuilder builder)
    {
        return builder;
    }

    public static void MapCampaigns(this IEndpointRouteBuilder app)
    {
    }
}
