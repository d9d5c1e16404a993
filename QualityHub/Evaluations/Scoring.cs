using QualityHub.Forms;

namespace QualityHub.Evaluations;

/// <param name="Given">The key of the answer, several joined by commas, a number, or a text; null while only a comment was left.</param>
public sealed record Answer(string? Given, bool NotApplicable = false, string? Comment = null)
{
    public bool Answered => NotApplicable || Given is { Length: > 0 };
}

public enum ScoreOutcome
{
    /// <summary>Nothing that counts has been answered: neither 0 nor 100.</summary>
    NoScore,
    Met,
    NotMet,

    /// <summary>A critical question was missed, whatever the percentage.</summary>
    Failed,
}

/// <param name="Percent">Unrounded, 0 to 100; null where nothing counts. Rounding belongs to the screen.</param>
/// <param name="FailedBy">The critical questions that were missed.</param>
public sealed record Score(decimal? Percent, ScoreOutcome Outcome, IReadOnlyList<string> FailedBy, IReadOnlyDictionary<string, decimal?> Sections);

/// <summary>From answers to a score, by the form's own policy. Pure: the same answers give the same score, in any order.</summary>
public static class Scoring
{
    public static Score Of(EvaluationForm form, IReadOnlyDictionary<string, Answer> answers)
    {
        var sections = form.Sections.Select(section => (section, points: PointsOf(form, section, answers))).ToList();
        var percent = 100 * Share(form.Formula, sections);
        var failedBy = form.Questions()
            .Where(question => question.Critical && answers.TryGetValue(question.Key, out var answer) && ValueOf(question, answer) == 0)
            .Select(question => question.Key)
            .ToList();
        var outcome = failedBy.Count > 0 ? ScoreOutcome.Failed
            : percent is null ? ScoreOutcome.NoScore
            : percent >= form.PassFrom ? ScoreOutcome.Met
            : ScoreOutcome.NotMet;
        return new(percent, outcome, failedBy, sections.ToDictionary(entry => entry.section.Key, entry => 100 * entry.points.Share));
    }

    private static decimal? Share(ScoreFormula formula, List<(FormSection Section, Points Points)> sections)
    {
        var counted = sections.Where(entry => entry.Points.Possible > 0).ToList();
        var possible = counted.Sum(entry => Weigh(formula, entry.Section, entry.Points.Possible, entry.Points));
        return possible == 0 ? null : counted.Sum(entry => Weigh(formula, entry.Section, entry.Points.Earned, entry.Points)) / possible;
    }

    private static decimal Weigh(ScoreFormula formula, FormSection section, decimal amount, Points points) => formula switch
    {
        ScoreFormula.PooledPoints => section.Weight * amount,
        ScoreFormula.ImportanceFactor => amount,
        _ => section.Weight * amount / points.Possible,
    };

    private static Points PointsOf(EvaluationForm form, FormSection section, IReadOnlyDictionary<string, Answer> answers)
    {
        decimal earned = 0, possible = 0;
        foreach (var question in section.Questions.Where(question => question.Scored))
        {
            if (!answers.TryGetValue(question.Key, out var answer))
            {
                continue;
            }

            var value = answer.NotApplicable && form.NotApplicable == NotApplicableRule.FullMarks ? 1 : ValueOf(question, answer);
            earned += question.Weight * (value ?? 0);
            possible += value is null ? 0 : question.Weight;
        }

        return new(earned, possible);
    }

    private static decimal? ValueOf(Question question, Answer answer) =>
        answer.NotApplicable || answer.Given is null ? null : question.ValueOf(answer.Given);

    private readonly record struct Points(decimal Earned, decimal Possible)
    {
        public decimal? Share => Possible == 0 ? null : Earned / Possible;
    }
}
