using QualityHub.Evaluations;
using QualityHub.Forms;

namespace QualityHub.Tests.Evaluations;

public sealed class ScoringTests
{
    private static readonly Bilingual Any = new("", "");

    [Theory]
    [InlineData(ScoreFormula.PooledPoints, NotApplicableRule.LeftOut, 73.684)]
    [InlineData(ScoreFormula.SectionShares, NotApplicableRule.LeftOut, 68.000)]
    [InlineData(ScoreFormula.SectionShares, NotApplicableRule.FullMarks, 71.429)]
    public void The_same_answers_score_as_the_published_vectors(ScoreFormula formula, NotApplicableRule rule, double expected)
    {
        var score = Scoring.Of(Published(formula, rule), Answers(("a1", "1"), ("a2", "0"), ("b1", null), ("b2", "4")));

        Assert.Equal((decimal)expected, Math.Round(score.Percent!.Value, 3));
    }

    [Fact]
    public void A_section_that_does_not_apply_at_all_leaves_its_weight_to_the_others() =>
        Assert.Equal(50m, Scoring.Of(Published(ScoreFormula.SectionShares, NotApplicableRule.LeftOut), Answers(("a1", "1"), ("a2", "0"), ("b1", null), ("b2", null))).Percent);

    [Fact]
    public void A_form_that_does_not_apply_at_all_has_no_score()
    {
        var score = Scoring.Of(Published(ScoreFormula.SectionShares, NotApplicableRule.LeftOut), Answers(("a1", null), ("b2", null)));

        Assert.Null(score.Percent);
        Assert.Equal(ScoreOutcome.NoScore, score.Outcome);
    }

    [Fact]
    public void Importance_factors_score_as_the_published_vector()
    {
        var form = new EvaluationForm(Any, [new("a", Any, 100, [Q("1", 1, 10), Q("2", 2, 10), Q("3", 1, 1), Q("4", 1, 10) with { Weight = 0.5m }])]) { Formula = ScoreFormula.ImportanceFactor };

        Assert.Equal(40m, Scoring.Of(form, Answers(("1", "10"), ("2", "0"), ("3", null), ("4", "8"))).Percent);
    }

    [Fact]
    public void A_missed_critical_question_fails_the_outcome_and_leaves_the_score_in_sight()
    {
        var answers = SeededForm.Definition.Questions().Where(question => question.Options.Count > 0 && question.Kind != QuestionKind.Multiple)
            .ToDictionary(question => question.Key, question => new Answer(question.Options.MaxBy(option => option.Value)!.Key));
        answers["identity"] = new("no");

        var score = Scoring.Of(SeededForm.Definition, answers);

        Assert.Equal(ScoreOutcome.Failed, score.Outcome);
        Assert.Equal(["identity"], score.FailedBy);
        Assert.True(score.Percent > 75);
    }

    [Fact]
    public void A_critical_question_that_does_not_apply_is_not_missed() =>
        Assert.Empty(Scoring.Of(SeededForm.Definition, Answers(("identity", null), ("greeting", "yes"))).FailedBy);

    [Fact]
    public void The_seeded_form_has_four_sections_that_add_up_to_a_hundred_and_one_critical_question()
    {
        Assert.Equal(100, SeededForm.Definition.Sections.Sum(section => section.Weight));
        Assert.Equal(4, SeededForm.Definition.Sections.Count);
        Assert.Equal(14, SeededForm.Definition.Questions().Count());
        Assert.Single(SeededForm.Definition.Questions(), question => question.Critical);
    }

    private static EvaluationForm Published(ScoreFormula formula, NotApplicableRule rule) => new(
        Any,
        [new("a", Any, 40, [Q("a1", 1, 1), Q("a2", 1, 1)]), new("b", Any, 60, [Q("b1", 2, 2) with { Weight = 2 }, Q("b2", 5, 5) with { Weight = 5 }])])
    {
        Formula = formula,
        NotApplicable = rule,
    };

    private static Question Q(string key, decimal weight, decimal largest) =>
        new(key, QuestionKind.Number, Any, Any) { Weight = weight, Largest = largest };

    private static Dictionary<string, Answer> Answers(params (string Key, string? Given)[] given) =>
        given.ToDictionary(entry => entry.Key, entry => new Answer(entry.Given, entry.Given is null));
}
