namespace QualityHub.Forms;

public static class FormsServices
{
    public static IHostApplicationBuilder AddForms(this IHostApplicationBuilder builder)
    {
        return builder;
    }

    public static void MapForms(this IEndpointRouteBuilder app)
    {
    }
}
