using QualityHub.Access;
using QualityHub.Forms;
using QualityHub.Ledger;
using QualityHub.Platform;

namespace QualityHub.Evaluations;

/// <param name="Revision">The revision to name with the next answer.</param>
public sealed record Saved(int Revision, DateTimeOffset At);

/// <summary>Keeps one answer, as it is given. Whoever saves on top of what they have not seen is told, and nothing is overwritten.</summary>
public sealed class SaveAnswer(Database database, FormStore forms, LedgerWriter ledger, TimeProvider clock)
{
    /// <param name="revision">The revision of the sheet that the person was looking at.</param>
    public async Task<Outcome<Saved>> HandleAsync(
        Person person, EvaluationId id, int revision, string question, Answer answer, CancellationToken cancellationToken)
    {
        if (CommentRule.Refuses(answer.Comment) is { } refusal)
        {
            return refusal;
        }

        var version = await database.ReadAsync(
            connection => Dapper.SqlMapper.QuerySingleOrDefaultAsync<FormVersionId?>(connection, "select form_version_id from evaluations where id = @id", new { id }),
            cancellationToken);
        if (version is null || await forms.FindAsync(version.Value, cancellationToken) is not { } form)
        {
            return Refusal.In<EvaluationsWords>("NotAvailable");
        }

        if (form.Find(question) is not { } asked || !Fits(asked, answer))
        {
            return Refusal.In<EvaluationsWords>("NotAnAnswer");
        }

        if (asked.Kind == QuestionKind.Text && CommentRule.Refuses(answer.Given) is { } refused)
        {
            return refused;
        }

        return await database.WriteAsync<Outcome<Saved>>(
            async write =>
            {
                if (await Guard.TakeAsync(write, person, id, revision) is { } no)
                {
                    return no;
                }

                var now = clock.GetUtcNow();
                await write.ExecuteAsync(
                    """
                    insert into evaluation_answers (evaluation_id, question, given, not_applicable, comment, saved_at)
                    values (@id, @question, @Given, @NotApplicable, @Comment, @now)
                    on conflict (evaluation_id, question) do update
                       set given = excluded.given, not_applicable = excluded.not_applicable, comment = excluded.comment, saved_at = excluded.saved_at
                    """,
                    new { id, question, answer.Given, answer.NotApplicable, answer.Comment, now });
                await ledger.AppendAsync(write, new LedgerEvent(LedgerKinds.AnswerSaved, $"account:{person.Account}") { Subject = $"evaluation:{id}" });
                return new Saved(revision + 1, now);
            },
            cancellationToken);
    }

    private static bool Fits(Question question, Answer answer) =>
        answer.NotApplicable ? question.MayBeNotApplicable
        : answer.Given is not { Length: > 0 } given || question.Kind == QuestionKind.Text || question.ValueOf(given) is not null;
}

/// <summary>Takes the next revision of a draft for its author, or says why not.</summary>
internal static class Guard
{
    public static async Task<Refusal?> TakeAsync(Write write, Person person, EvaluationId id, int revision)
    {
        var sheet = await write.QuerySingleOrDefaultAsync<Sheet>($"select {SheetStore.Columns} from evaluations where id = @id", new { id });
        if (sheet is null || sheet.Evaluator != person.Account || !person.Is(Roles.Supervisor) || sheet.State is not (Sheet.Draft or Sheet.Submitted))
        {
            return Refusal.In<EvaluationsWords>("NotAvailable");
        }

        if (sheet.State == Sheet.Submitted)
        {
            return Refusal.In<EvaluationsWords>("AlreadySubmitted");
        }

        return await write.ExecuteAsync("update evaluations set revision = revision + 1 where id = @id and revision = @revision", new { id, revision }) == 1
            ? null
            : Refusal.In<EvaluationsWords>("ChangedElsewhere");
    }
}
