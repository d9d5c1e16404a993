namespace QualityHub.Forms;

public static class FormsServices
{
    public static IHostApplicationBuilder AddForms(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<FormStore>();
        builder.Services.AddSingleton<PublishSeededForm>();
        return builder;
    }

    public static void MapForms(this IEndpointRouteBuilder app)
    {
    }
}
