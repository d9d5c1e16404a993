using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using QualityHub.Access;
using QualityHub.Ledger;
using QualityHub.Platform;

namespace QualityHub.Compliance;

/// <summary>The trail as the data-protection officer reads it: ids only.</summary>
public sealed partial class LedgerPage
{
    private string? _day;
    private string? _kind;
    private string? _subject;
    private int _page;
    private bool _busy;
    private Refusal? _refusal;
    private LedgerPageOfEntries? _shown;
    private LedgerCheck? _check;

    [Inject] public required IStringLocalizer<ComplianceWords> Words { get; init; }

    [Inject] public required ReadLedger Ledger { get; init; }

    [Inject] public required CurrentPerson Current { get; init; }

    // Once the page is on screen: read while it is prerendered too, one visit would be two entries.
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await ShowAsync();
            StateHasChanged();
        }
    }

    private Task ShowAsync()
    {
        _page = 0;
        return LoadAsync();
    }

    private Task TurnAsync(int pages)
    {
        _page = Math.Max(0, _page + pages);
        return LoadAsync();
    }

    private async Task LoadAsync()
    {
        if (await Current.GetAsync() is not { } person)
        {
            return;
        }

        var read = await Ledger.HandleAsync(person, new LedgerFilter(Given(_day), Given(_kind), Given(_subject)), _page, CancellationToken.None);
        _refusal = read.Refusal;
        _shown = read.Succeeded ? read.Value : null;
    }

    private async Task VerifyAsync()
    {
        if (_busy || await Current.GetAsync() is not { } person)
        {
            return;
        }

        _busy = true;
        try
        {
            var checkedNow = await Ledger.VerifyAsync(person, CancellationToken.None);
            _refusal = checkedNow.Refusal;
            _check = checkedNow.Succeeded ? checkedNow.Value : null;
        }
        finally
        {
            _busy = false;
        }
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
