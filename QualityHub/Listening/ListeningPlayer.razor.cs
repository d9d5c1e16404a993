using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;

namespace QualityHub.Listening;

/// <summary>
/// The player's words and places; sound, pictures and figures belong to its script and its own connection. Leaving the page leaves the
/// sound on: only <see cref="LeaveAsync"/>, the server or the end of the call ends it.
/// </summary>
public sealed partial class ListeningPlayer : IAsyncDisposable
{
    private static readonly string[] Legs = ["Agent", "Customer"];

    private ElementReference _root;
    private IJSObjectReference? _script;
    private DotNetObjectReference<ListeningPlayer>? _self;
    private ListeningSessionId _attached;

    // Until the script has spoken nobody knows whether the page may sound; a button that flashes up would be wrong most of the time.
    private PlayerState _now = new("waiting", null, Awake: true);

    [Inject] public required IJSRuntime Script { get; init; }

    [Inject] public required IStringLocalizer<PlayerWords> Words { get; init; }

    [Parameter, EditorRequired] public ListeningSessionId Session { get; set; }

    [Parameter, EditorRequired] public required string AgentName { get; set; }

    [Parameter] public EventCallback<PlayerState> StateChanged { get; set; }

    /// <summary>Beside the state: elapsed time and limit, who else listens.</summary>
    [Parameter] public RenderFragment? ChildContent { get; set; }

    private string Sentence => _now switch
    {
        { State: "live" } => Words["Live", AgentName],
        { State: "hold" } => Words["Hold"],
        { State: "payment" } => Words["Payment"],
        { State: "silent" } => Words["Silent", AgentName],
        { State: "reconnecting" } => Words["Reconnecting"],
        { State: "ended", Why: "hang_up" } => Words["EndedHangUp"],
        { State: "ended", Why: "time_limit" } => Words["EndedTimeLimit"],
        { State: "ended", Why: "left" } => Words["EndedLeft"],
        { State: "ended" } => Words["Ended"],
        _ => Words["Waiting", AgentName],
    };

    /// <summary>Drops a pin on the waveform. Answers how long the session had been live, in milliseconds; 0 before its first sound.</summary>
    public async Task<int> MarkAsync() => _script is null ? 0 : await _script.InvokeAsync<int>("mark");

    public async Task LeaveAsync()
    {
        if (_script is not null)
        {
            await _script.InvokeVoidAsync("leave");
        }
    }

    [JSInvokable]
    public async Task OnPlayerState(string state, string? why, bool awake)
    {
        _now = new PlayerState(state, why, awake);
        StateHasChanged();
        await StateChanged.InvokeAsync(_now);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_attached == Session)
        {
            return;
        }

        _attached = Session;
        _script ??= await Script.InvokeAsync<IJSObjectReference>("import", "./js/listening.js");
        _self ??= DotNetObjectReference.Create(this);
        await _script.InvokeVoidAsync("attach", _root, Session.ToString(), _self);
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_script is not null)
            {
                await _script.InvokeVoidAsync("detach", _root);
                await _script.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The page is gone, and its sound with it.
        }

        _self?.Dispose();
    }
}
