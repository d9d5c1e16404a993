using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using QualityHub.Access;
using QualityHub.Platform;

namespace QualityHub.Listening;

/// <summary>A page that follows the board for the person in front of it, and stops when they leave.</summary>
public abstract class LivePage : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _left = new();
    private Broadcast<Done>.Subscription? _changes;

    [Inject] public required ILiveBoard Board { get; init; }

    [Inject] public required TimeProvider Clock { get; init; }

    [CascadingParameter] private Task<AuthenticationState>? Authentication { get; set; }

    protected Person? Person { get; private set; }

    protected CancellationToken Left => _left.Token;

    public void Dispose()
    {
        _left.Cancel();
        _changes?.Dispose();
        _left.Dispose();
        GC.SuppressFinalize(this);
    }

    protected abstract void Look(Person person);

    protected override async Task OnInitializedAsync()
    {
        Person = Authentication is null ? null : Person.From((await Authentication).User);
        if (Person is null || !Person.Is(Roles.Supervisor))
        {
            return;
        }

        // Subscribe first, look second. A page that is only being prerendered is disposed of right after.
        _changes = Board.Changes.Subscribe(capacity: 1);
        Look(Person);
        _ = LiveFollower.FollowAsync(_changes, DrawAsync, Clock, _left.Token);
    }

    protected override void OnParametersSet()
    {
        // Led from one session straight to another, the page stays and only its address changes.
        if (_changes is not null)
        {
            Look(Person!);
        }
    }

    private Task DrawAsync() => InvokeAsync(() =>
    {
        Look(Person!);
        StateHasChanged();
    });
}
