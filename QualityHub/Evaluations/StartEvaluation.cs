using QualityHub.Access;
using QualityHub.Calls;
using QualityHub.Campaigns;
using QualityHub.Forms;
using QualityHub.Ledger;
using QualityHub.Platform;

namespace QualityHub.Evaluations;

/// <summary>What a sheet is opened for: one call, one evaluator.</summary>
public sealed record EvaluationStart(CallId Call, AgentId Agent, AccountId Evaluator, CampaignId Campaign, Purpose Purpose);

/// <summary>Opens the sheet of one evaluator for one call, inside the transaction in which the listening first goes live.</summary>
public sealed class StartEvaluation(LedgerWriter ledger, TimeProvider clock)
{
    /// <summary>The sheet there is, or a new one: asking twice changes nothing.</summary>
    public async Task<EvaluationId> AppendAsync(Write write, EvaluationStart start)
    {
        var known = await write.QuerySingleOrDefaultAsync<EvaluationId?>(
            "select id from evaluations where call_id = @Call and evaluator_id = @Evaluator", start);
        if (known is { } id)
        {
            return id;
        }

        id = Id.New<EvaluationId>(clock);
        var form = await new PublishSeededForm(clock).AppendAsync(write);
        await write.ExecuteAsync(
            """
            insert into evaluations (id, call_id, agent_id, evaluator_id, campaign_id, purpose, form_version_id, state, started_at)
            values (@id, @Call, @Agent, @Evaluator, @Campaign, @purpose, @form, 'draft', @now)
            """,
            new { id, start.Call, start.Agent, start.Evaluator, start.Campaign, purpose = start.Purpose.Code(), form, now = clock.GetUtcNow() });
        await ledger.AppendAsync(write, new LedgerEvent(LedgerKinds.EvaluationStarted, $"account:{start.Evaluator}")
        {
            Subject = $"evaluation:{id}",
            Purpose = start.Purpose.Code(),
        });
        return id;
    }
}
