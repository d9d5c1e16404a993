using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Localization;
using QualityHub.Forms;

namespace QualityHub.Evaluations;

/// <summary>One question. Keys work while it has the focus and no text is being typed in it.</summary>
public sealed partial class QuestionField
{
    [Inject] public required IStringLocalizer<EvaluationsWords> Words { get; init; }

    [Parameter, EditorRequired] public Question Question { get; set; } = default!;

    [Parameter] public Answer? Answer { get; set; }

    [Parameter] public bool ReadOnly { get; set; }

    [Parameter] public bool Shortcuts { get; set; } = true;

    [Parameter] public EventCallback<Answer> OnAnswer { get; set; }

    [Parameter] public EventCallback OnSubmit { get; set; }

    private bool IsChosen(AnswerOption option) => Keys().Contains(option.Key);

    private string[] Keys() => Answer?.Given?.Split(',', StringSplitOptions.RemoveEmptyEntries) ?? [];

    private Task ChooseAsync(AnswerOption option) => GiveAsync(
        Question.Kind != QuestionKind.Multiple ? option.Key
        : IsChosen(option) ? string.Join(',', Keys().Where(key => key != option.Key))
        : string.Join(',', Keys().Append(option.Key)));

    private Task GiveAsync(string? given) => OnAnswer.InvokeAsync(new(given, false, Answer?.Comment));

    private Task NotApplicableAsync() => OnAnswer.InvokeAsync(new(null, true, Answer?.Comment));

    private Task NoteAsync(string? comment) =>
        OnAnswer.InvokeAsync(new(Answer?.Given, Answer?.NotApplicable ?? false, string.IsNullOrWhiteSpace(comment) ? null : comment));

    private Task PressAsync(KeyboardEventArgs key)
    {
        if (ReadOnly || !Shortcuts || key.AltKey || key.MetaKey)
        {
            return Task.CompletedTask;
        }

        if (key.CtrlKey)
        {
            return key.Key == "Enter" ? OnSubmit.InvokeAsync() : Task.CompletedTask;
        }

        if (key.Key is "n" or "N" && Question.MayBeNotApplicable)
        {
            return NotApplicableAsync();
        }

        return key.Key.Length == 1 && char.IsAsciiDigit(key.Key[0]) ? DigitAsync(key.Key[0] - '0') : Task.CompletedTask;
    }

    // A scale is answered by its own number, other questions by the place of the answer.
    private Task DigitAsync(int digit)
    {
        var place = Question.Kind == QuestionKind.Scale ? digit : digit - 1;
        return place >= 0 && place < Question.Options.Count ? ChooseAsync(Question.Options[place]) : Task.CompletedTask;
    }
}
