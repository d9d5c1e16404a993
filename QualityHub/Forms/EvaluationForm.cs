using System.Globalization;

namespace QualityHub.Forms;

/// <summary>A text in both languages of the product.</summary>
public sealed record Bilingual(string Fr, string En)
{
    /// <summary>The text in the reader's language.</summary>
    public string Here() =>
        string.Equals(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, "en", StringComparison.Ordinal) ? En : Fr;
}

public enum QuestionKind
{
    YesNo,
    Single,
    Scale,
    Multiple,
    Number,
    Text,
}

/// <summary>How the answers become a percentage. Part of the form, so that an evaluation always reads as it was made.</summary>
public enum ScoreFormula
{
    /// <summary>Each section is a percentage; the sections are shares of the whole.</summary>
    SectionShares,

    /// <summary>All weighted points over all weighted points: a longer section weighs more.</summary>
    PooledPoints,

    /// <summary>Every question carries its own factor; sections only group.</summary>
    ImportanceFactor,
}

public enum NotApplicableRule
{
    /// <summary>Left out, and the rest carries its weight.</summary>
    LeftOut,

    /// <summary>Counted as fully met.</summary>
    FullMarks,
}

/// <param name="Value">What the answer is worth, 0 to 1.</param>
public sealed record AnswerOption(string Key, Bilingual Label, decimal Value);

public sealed record Question(string Key, QuestionKind Kind, Bilingual Text, Bilingual Indicator)
{
    public decimal Weight { get; init; } = 1;

    public bool MayBeNotApplicable { get; init; }

    /// <summary>Missed, it fails the evaluation; the score itself stays as it is computed.</summary>
    public bool Critical { get; init; }

    public IReadOnlyList<AnswerOption> Options { get; init; } = [];

    /// <summary>The largest number that may be typed; the smallest is 0.</summary>
    public decimal Largest { get; init; }

    public bool Scored => Kind != QuestionKind.Text;

    /// <summary>What an answer is worth, 0 to 1; null where it is not one of the answers of this question, or not scored.</summary>
    public decimal? ValueOf(string given) => Kind switch
    {
        QuestionKind.Text => null,
        QuestionKind.Number => decimal.TryParse(given, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number >= 0 && number <= Largest && Largest > 0 ? number / Largest : null,
        QuestionKind.Multiple => Several(given),
        _ => Options.FirstOrDefault(option => option.Key == given)?.Value,
    };

    private decimal? Several(string given)
    {
        var keys = given.Split(',', StringSplitOptions.RemoveEmptyEntries);
        var chosen = Options.Where(option => keys.Contains(option.Key)).ToList();
        return chosen.Count == keys.Length ? Math.Min(1, chosen.Sum(option => option.Value)) : null;
    }
}

/// <param name="Weight">The section's share; the shares of a form add up to 100.</param>
public sealed record FormSection(string Key, Bilingual Name, decimal Weight, IReadOnlyList<Question> Questions);

public sealed record EvaluationForm(Bilingual Name, IReadOnlyList<FormSection> Sections)
{
    public ScoreFormula Formula { get; init; }

    public NotApplicableRule NotApplicable { get; init; }

    /// <summary>In percent: from here on the evaluation is met.</summary>
    public decimal PassFrom { get; init; } = 75;

    public IEnumerable<Question> Questions() => Sections.SelectMany(section => section.Questions);

    public Question? Find(string key) => Questions().FirstOrDefault(question => question.Key == key);
}
