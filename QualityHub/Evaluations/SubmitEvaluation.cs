using System.Globalization;
using QualityHub.Access;
using QualityHub.Ledger;
using QualityHub.Platform;

namespace QualityHub.Evaluations;

/// <summary>Hands the sheet in: from then on its agent reads it. The author may take it back for ten seconds.</summary>
public sealed class SubmitEvaluation(Database database, SheetStore sheets, LedgerWriter ledger, TimeProvider clock)
{
    public static readonly TimeSpan UndoWindow = TimeSpan.FromSeconds(10);

    public async Task<Outcome<Saved>> HandleAsync(Person person, EvaluationId id, int revision, CancellationToken cancellationToken)
    {
        if (await sheets.FindAsync(person, id, cancellationToken) is not { } filled)
        {
            return Refusal.In<EvaluationsWords>("NotAvailable");
        }

        var missing = filled.Form.Questions().Count(question => question.Scored && !(filled.Answers.GetValueOrDefault(question.Key)?.Answered ?? false));
        if (missing > 0)
        {
            return Refusal.In<EvaluationsWords>("AnswersMissing", missing);
        }

        var score = filled.Score;
        return await database.WriteAsync<Outcome<Saved>>(
            async write =>
            {
                if (await Guard.TakeAsync(write, person, id, revision) is { } no)
                {
                    return no;
                }

                var now = clock.GetUtcNow();
                await write.ExecuteAsync(
                    "update evaluations set state = 'submitted', submitted_at = @now, score = @score, outcome = @outcome where id = @id",
                    new { id, now, score = score.Percent?.ToString(CultureInfo.InvariantCulture), outcome = score.Outcome.ToString() });
                await ledger.AppendAsync(write, new LedgerEvent(LedgerKinds.EvaluationSubmitted, $"account:{person.Account}") { Subject = $"evaluation:{id}" });
                return new Saved(revision + 1, now);
            },
            cancellationToken);
    }

    /// <summary>Makes it a draft again, within <see cref="UndoWindow"/>.</summary>
    public Task<Outcome<Saved>> UndoAsync(Person person, EvaluationId id, CancellationToken cancellationToken) =>
        database.WriteAsync<Outcome<Saved>>(
            async write =>
            {
                var now = clock.GetUtcNow();
                var reopened = await write.ExecuteAsync(
                    """
                    update evaluations set state = 'draft', submitted_at = null, score = null, outcome = null, revision = revision + 1
                     where id = @id and evaluator_id = @evaluator and state = 'submitted' and submitted_at >= @since
                    """,
                    new { id, evaluator = person.Account, since = now - UndoWindow });
                if (reopened == 0)
                {
                    return Refusal.In<EvaluationsWords>("TooLateToUndo");
                }

                await ledger.AppendAsync(
                    write, new LedgerEvent(LedgerKinds.EvaluationSubmitted, $"account:{person.Account}") { Subject = $"evaluation:{id}", Result = "undone" });
                return new Saved(await write.QuerySingleOrDefaultAsync<int>("select revision from evaluations where id = @id", new { id }), now);
            },
            cancellationToken);
}
