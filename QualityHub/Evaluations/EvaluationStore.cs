using QualityHub.Access;
using QualityHub.Calls;
using QualityHub.Ledger;
using QualityHub.Platform;

namespace QualityHub.Evaluations;

public sealed class EvaluationStore(LedgerWriter ledger)
{
    /// <summary>
    /// Erases what this evaluator entered for this call, for good: nothing can be saved for it afterwards. Inside the transaction that
    /// ends the listening. Nothing happens where there is no sheet.
    /// </summary>
    public async Task EraseAsync(Write write, CallId call, AccountId evaluator)
    {
        var sheet = await write.QuerySingleOrDefaultAsync<EvaluationId?>(
            "select id from evaluations where call_id = @call and evaluator_id = @evaluator and state <> 'erased'", new { call, evaluator });
        if (sheet is not { } id)
        {
            return;
        }

        await write.ExecuteAsync("delete from evaluation_answers where evaluation_id = @id", new { id });
        await write.ExecuteAsync("delete from evaluation_marks where evaluation_id = @id", new { id });
        await write.ExecuteAsync("update evaluations set score = null, outcome = null, submitted_at = null, state = 'erased', revision = revision + 1 where id = @id", new { id });
        await ledger.AppendAsync(write, new LedgerEvent(LedgerKinds.EvaluationErased, LedgerEvent.System) { Subject = $"evaluation:{id}" });
    }
}
