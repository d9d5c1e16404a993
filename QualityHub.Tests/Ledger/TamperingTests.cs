using System.Globalization;
using Microsoft.Data.Sqlite;
using QualityHub.Ledger;

namespace QualityHub.Tests.Ledger;

public sealed class TamperingTests : IDisposable
{
    private readonly LedgerFolder _ledger = new();

    public void Dispose() => _ledger.Dispose();

    [Fact]
    public async Task An_untouched_ledger_is_sound_over_days_and_seals()
    {
        await _ledger.FillAsync(3);
        _ledger.Clock.Advance(TimeSpan.FromDays(2));
        await _ledger.FillAsync(2);

        var verdict = _ledger.Verify();

        Assert.Equal((true, 6L, 1, 6L), (verdict.Sound, verdict.Entries, verdict.Seals, verdict.AnchoredTo));
    }

    [Theory]
    [InlineData("update ledger_entries set result = 'no' where sequence = 4", 4, LedgerFault.Altered)]
    [InlineData("update ledger_entries set happened_at = '2026-03-02T09:00:00.0000001Z' where sequence = 4", 4, LedgerFault.Altered)]
    [InlineData("update ledger_entries set subject = null where sequence = 1", 1, LedgerFault.Altered)]
    [InlineData("delete from ledger_entries where sequence = 4", 4, LedgerFault.Missing)]
    [InlineData("delete from ledger_entries where sequence = 1", 1, LedgerFault.Missing)]
    [InlineData("delete from ledger_entries where sequence > 6", 7, LedgerFault.Truncated)]
    [InlineData("delete from ledger_entries", 1, LedgerFault.Truncated)]
    [InlineData("delete from ledger_entries where sequence = 4; update ledger_entries set sequence = sequence - 1 where sequence > 4", 4, LedgerFault.Reordered)]
    [InlineData("update ledger_entries set sequence = -1 where sequence = 3; update ledger_entries set sequence = 3 where sequence = 5; update ledger_entries set sequence = 5 where sequence = -1", 3, LedgerFault.Reordered)]
    [InlineData("insert into ledger_entries select 9, happened_at, kind, actor, subject, purpose, result, facts, day, previous, hash from ledger_entries where sequence = 8", 9, LedgerFault.Reordered)]
    [InlineData("insert into ledger_entries select 0, happened_at, kind, actor, subject, purpose, result, facts, day, previous, hash from ledger_entries where sequence = 8", 0, LedgerFault.Inserted)]
    public async Task The_first_bad_entry_is_named(string attack, long firstBad, LedgerFault fault)
    {
        await _ledger.FillAsync(8);

        _ledger.Tamper(attack);

        var verdict = _ledger.Verify();
        Assert.Equal((firstBad, fault), (verdict.FirstBad!.Value, verdict.Fault!.Value));
    }

    [Fact]
    public async Task A_tail_rewritten_consistently_without_the_key_is_found_by_the_anchor_alone()
    {
        await _ledger.FillAsync(6);

        Rewrite(from: 4);

        Assert.True(_ledger.Verify(anchored: false).Sound);
        Assert.Equal((4L, LedgerFault.Rewritten), (_ledger.Verify().FirstBad!.Value, _ledger.Verify().Fault!.Value));
    }

    [Fact]
    public async Task A_day_rewritten_without_the_key_breaks_at_its_seal_even_without_an_anchor()
    {
        await _ledger.FillAsync(3);
        _ledger.Clock.Advance(TimeSpan.FromDays(1));
        await _ledger.FillAsync(1);

        Rewrite(from: 2);

        var verdict = _ledger.Verify(anchored: false);
        Assert.Equal((4L, LedgerFault.BadSignature), (verdict.FirstBad!.Value, verdict.Fault!.Value));
    }

    [Theory]
    [InlineData("update ledger_entries set kind = 'x'")]
    [InlineData("delete from ledger_entries")]
    public async Task The_database_itself_refuses_to_change_the_past(string sql)
    {
        await _ledger.FillAsync(1);

        await Assert.ThrowsAsync<SqliteException>(() => _ledger.Database.WriteAsync(write => write.ExecuteAsync(sql), CancellationToken.None));
    }

    private void Rewrite(long from)
    {
        var previous = string.Empty;
        foreach (var entry in LedgerCommand.Entries(_ledger.Database.Path).ToList())
        {
            if (entry.Sequence >= from)
            {
                var forged = entry with { Result = entry.Sequence == from ? "forged" : entry.Result, Previous = previous };
                previous = LedgerChain.HashOf(forged);
                _ledger.Tamper(string.Create(
                    CultureInfo.InvariantCulture,
                    $"update ledger_entries set result = '{forged.Result}', previous = '{forged.Previous}', hash = '{previous}' where sequence = {entry.Sequence}"));
            }
            else
            {
                previous = entry.Hash;
            }
        }
    }
}
