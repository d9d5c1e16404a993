using QualityHub.Access;
using QualityHub.Forms;
using QualityHub.Platform;

namespace QualityHub.Evaluations;

/// <summary>An evaluation as its evaluator or its agent reads it.</summary>
public sealed record Sheet
{
    public const string Draft = "draft";
    public const string Submitted = "submitted";

    public EvaluationId Id { get; init; }

    public AgentId Agent { get; init; }

    public AccountId Evaluator { get; init; }

    public required string Purpose { get; init; }

    public required string State { get; init; }

    /// <summary>Grows by one with each thing saved.</summary>
    public int Revision { get; init; }

    public FormVersionId FormVersion { get; init; }

    public string? Score { get; init; }

    public DateTimeOffset StartedAt { get; init; }

    public string? SubmittedAt { get; init; }

    /// <summary>A draft is its author's alone; what was submitted is the agent's as well.</summary>
    public bool MayBeReadBy(Person person) =>
        person.Account == Evaluator || (State == Submitted && person.Agent == Agent);
}

/// <summary>A sheet with what was entered in it.</summary>
public sealed record FilledSheet(Sheet Sheet, EvaluationForm Form, IReadOnlyDictionary<string, Answer> Answers)
{
    public Score Score => Scoring.Of(Form, Answers);
}
