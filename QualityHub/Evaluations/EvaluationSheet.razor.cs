using Microsoft.AspNetCore.Components;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Localization;
using QualityHub.Access;
using QualityHub.Platform;

namespace QualityHub.Evaluations;

/// <summary>One evaluation: to fill in while it is the reader's draft, to read once it is submitted.</summary>
public sealed partial class EvaluationSheet
{
    private FilledSheet? _filled;
    private Person? _person;
    private EvaluationId _shown;
    private bool _loaded;
    private bool _saving;
    private bool _mayUndo;
    private bool _shortcuts = true;
    private DateTimeOffset? _savedAt;
    private string? _problem;

    [Inject] public required IStringLocalizer<EvaluationsWords> Words { get; init; }

    [Inject] public required CurrentPerson Current { get; init; }

    [Inject] public required SheetStore Sheets { get; init; }

    [Inject] public required SaveAnswer Save { get; init; }

    [Inject] public required SubmitEvaluation Submit { get; init; }

    [Inject] public required Refusals Refusals { get; init; }

    [Parameter, EditorRequired] public EvaluationId Evaluation { get; set; }

    private bool Open => _filled is { Sheet.State: Sheet.Draft };

    protected override async Task OnParametersSetAsync()
    {
        if (_loaded && _shown == Evaluation)
        {
            return;
        }

        _shown = Evaluation;
        await ReloadAsync();
        _loaded = true;
    }

    private async Task ReloadAsync()
    {
        _person = await Current.GetAsync();
        _filled = _person is null ? null : await Sheets.FindAsync(_person, Evaluation, CancellationToken.None);
    }

    private string ScoreText() => _filled?.Score.Percent is { } percent ? $"{percent:0.0} %" : Words["NoScore"];

    private Task SaveAsync(string question, Answer answer) =>
        TryAsync(person => Save.HandleAsync(person, Evaluation, _filled!.Sheet.Revision, question, answer, CancellationToken.None));

    private async Task SubmitAsync()
    {
        await TryAsync(person => Submit.HandleAsync(person, Evaluation, _filled!.Sheet.Revision, CancellationToken.None));
        _mayUndo = _filled is { Sheet.State: Sheet.Submitted };
    }

    private async Task UndoAsync()
    {
        _mayUndo = false;
        await TryAsync(person => Submit.UndoAsync(person, Evaluation, CancellationToken.None));
    }

    private async Task TryAsync(Func<Person, Task<Outcome<Saved>>> act)
    {
        // Two saves at once from one window would refuse each other.
        if (_saving || _filled is null || await Current.GetAsync() is not { } person)
        {
            return;
        }

        _saving = true;
        _problem = null;
        try
        {
            var outcome = await act(person);
            _problem = outcome.Succeeded ? null : Refusals.Say(outcome.Refusal);
            _savedAt = outcome.Succeeded ? outcome.Value.At : _savedAt;
            await ReloadAsync();
        }
        catch (SqliteException)
        {
            _problem = Words["SavingFailed"];
        }
        finally
        {
            _saving = false;
        }
    }
}
