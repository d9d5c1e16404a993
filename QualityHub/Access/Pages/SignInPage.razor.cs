using Microsoft.AspNetCore.Components;

namespace QualityHub.Access.Pages;

public sealed partial class SignInPage
{
    [Inject]
    public required IServiceProvider Services { get; init; }

    [Inject]
    public required IHostEnvironment Environment { get; init; }

    [SupplyParameterFromQuery(Name = "from")]
    public string? From { get; set; }

    [SupplyParameterFromQuery(Name = "say")]
    public string? Say { get; set; }

    [SupplyParameterFromQuery(Name = "ended")]
    public string? Ended { get; set; }

    private IDemoPeople? Demo => Environment.IsDevelopment() ? Services.GetService<IDemoPeople>() : null;
}
