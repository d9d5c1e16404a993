using Dapper;
using QualityHub.Access;
using QualityHub.Forms;
using QualityHub.Platform;

namespace QualityHub.Evaluations;

/// <summary>Reads sheets for those who may read them. Somebody else's, and an erased one, do not exist.</summary>
public sealed class SheetStore(Database database, FormStore forms)
{
    internal const string Columns =
        "id, agent_id as agent, evaluator_id as evaluator, purpose, state, revision, form_version_id as form_version, score, started_at, submitted_at";

    /// <summary>The sheet, or null where there is none for this person.</summary>
    public async Task<FilledSheet?> FindAsync(Person person, EvaluationId id, CancellationToken cancellationToken)
    {
        var (sheet, answers) = await database.ReadAsync(
            async connection =>
            (
                await connection.QuerySingleOrDefaultAsync<Sheet>($"select {Columns} from evaluations where id = @id and state <> 'erased'", new { id }),
                (await connection.QueryAsync<AnswerRow>(
                    "select question, given, not_applicable, comment from evaluation_answers where evaluation_id = @id", new { id })).ToList()),
            cancellationToken);
        if (sheet is null || !sheet.MayBeReadBy(person) || await forms.FindAsync(sheet.FormVersion, cancellationToken) is not { } form)
        {
            return null;
        }

        return new(sheet, form, answers.ToDictionary(row => row.Question, row => new Answer(row.Given, row.NotApplicable, row.Comment), StringComparer.Ordinal));
    }

    /// <summary>The person's own drafts and submitted sheets, and those submitted about them; the newest first.</summary>
    public Task<IReadOnlyList<Sheet>> MineAsync(Person person, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<Sheet>>(
            async connection =>
            [
                .. await connection.QueryAsync<Sheet>(
                    $"""
                    select {Columns} from evaluations
                     where state <> 'erased' and (evaluator_id = @account or (agent_id = @agent and state = 'submitted'))
                     order by started_at desc limit 200
                    """,
                    new { account = person.Account, agent = person.Agent?.ToString() }),
            ],
            cancellationToken);

    private sealed record AnswerRow
    {
        public required string Question { get; init; }

        public string? Given { get; init; }

        public bool NotApplicable { get; init; }

        public string? Comment { get; init; }
    }
}
