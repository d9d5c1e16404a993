using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using QualityHub.Access;

namespace QualityHub.Desk;

/// <summary>The agent says with a fresh password that this browser is theirs; until then nobody can listen to them.</summary>
public sealed partial class ConfirmDevice
{
    private string _password = string.Empty;
    private bool _refused;

    [Inject] public required IStringLocalizer<DeskWords> Words { get; init; }

    [Inject] public required PasswordCheck Passwords { get; init; }

    [Inject] public required AccountStore Accounts { get; init; }

    [Inject] public required AgentTrust Trust { get; init; }

    [Parameter, EditorRequired] public Person Person { get; set; } = null!;

    [Parameter] public EventCallback Confirmed { get; set; }

    private async Task ConfirmAsync()
    {
        var password = _password;
        _password = string.Empty;
        var account = await Accounts.FindAsync(Person.Account, CancellationToken.None);
        _refused = account is null
            || Person.Device is null
            || await Passwords.CheckAsync(account.UserName, password, CancellationToken.None) is null;
        if (!_refused && Person.Device is { } device)
        {
            await Trust.ConfirmAsync(Person.Account, device, CancellationToken.None);
            await Confirmed.InvokeAsync();
        }
    }
}
