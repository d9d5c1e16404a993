using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using QualityHub.Access;

namespace QualityHub.Desk;

/// <summary>The banner's place on every page of an agent's browser: known by the desk shift, not by the sign-in, which may have idled out.</summary>
public sealed partial class BannerHost
{
    private const string Prefix = "Banner_";

    private Person? _agent;
    private string _token = string.Empty;
    private string _words = "{}";

    [Inject] public required IStringLocalizer<DeskWords> Words { get; init; }

    [Inject] public required StopToken StopToken { get; init; }

    [CascadingParameter] private HttpContext? HttpContext { get; set; }

    protected override async Task OnInitializedAsync()
    {
        if (HttpContext is null
            || Person.From((await HttpContext.AuthenticateAsync(DeskShift.Scheme)).Principal) is not { Agent: not null } person)
        {
            return;
        }

        _agent = person;
        _token = StopToken.Issue(person);
        _words = JsonSerializer.Serialize(Words.GetAllStrings(includeParentCultures: true)
            .Where(word => word.Name.StartsWith(Prefix, StringComparison.Ordinal))
            .GroupBy(word => word.Name[Prefix.Length..], StringComparer.Ordinal)
            .ToDictionary(words => words.Key, words => words.First().Value, StringComparer.Ordinal));
    }
}
