using QualityHub.Ledger;

namespace QualityHub.Tests.Ledger;

public sealed class LedgerWriterTests : IDisposable
{
    private readonly LedgerFolder _ledger = new();

    public void Dispose() => _ledger.Dispose();

    [Fact]
    public async Task Many_writers_at_once_leave_one_straight_chain()
    {
        await Task.WhenAll(Enumerable.Range(0, 1_000).Select(_ => _ledger.AppendAsync()));

        var verdict = _ledger.Verify();
        Assert.Equal((true, 1_000L), (verdict.Sound, verdict.Entries));
    }

    [Fact]
    public async Task An_act_that_fails_leaves_neither_entry_nor_head()
    {
        await _ledger.FillAsync(1);

        await Assert.ThrowsAsync<InvalidOperationException>(() => _ledger.Database.WriteAsync(
            async write =>
            {
                await _ledger.Writer.AppendAsync(write, new LedgerEvent(LedgerKinds.SessionLive, LedgerEvent.System));
                throw new InvalidOperationException();
            },
            CancellationToken.None));

        Assert.Equal(1, _ledger.Verify().Entries);
        Assert.Single(_ledger.HeadLines());
    }

    [Fact]
    public async Task A_clock_set_back_reopens_no_sealed_day()
    {
        await _ledger.FillAsync(2);
        _ledger.Clock.Advance(TimeSpan.FromDays(1));
        await _ledger.FillAsync(2);
        _ledger.Clock.AdjustTime(_ledger.Clock.GetUtcNow().AddDays(-1));
        await _ledger.FillAsync(2);

        var verdict = _ledger.Verify();
        Assert.Equal((true, 7L, 1), (verdict.Sound, verdict.Entries, verdict.Seals));
    }

    [Fact]
    public async Task Nothing_opens_while_the_head_cannot_be_kept_and_what_closes_still_does()
    {
        // A folder in the file's place refuses everyone, whoever runs the tests.
        Directory.CreateDirectory(_ledger.Heads.FilePath);
        await _ledger.AppendAsync(LedgerKinds.SessionEnded);

        Assert.False(_ledger.Writer.CanAppend);
        await Assert.ThrowsAsync<LedgerUnavailableException>(() => _ledger.AppendAsync(LedgerKinds.SessionLive));
        await _ledger.AppendAsync(LedgerKinds.SessionEnded);

        Directory.Delete(_ledger.Heads.FilePath);
        await _ledger.AppendAsync(LedgerKinds.SessionLive);
        Assert.Equal((true, 3L), (_ledger.Verify().Sound, _ledger.Verify().AnchoredTo));
    }

    [Fact]
    public async Task A_full_disk_refuses_the_act_and_later_writes_recover()
    {
        await _ledger.FillAsync(1);
        var event_ = new LedgerEvent(LedgerKinds.SessionLive, LedgerEvent.System)
        {
            Facts = new Dictionary<string, string>(StringComparer.Ordinal) { ["x"] = new('x', 200_000) },
        };

        await Assert.ThrowsAnyAsync<Exception>(() => _ledger.Database.WriteAsync(
            async write =>
            {
                await write.ExecuteAsync("pragma max_page_count = 1");
                try
                {
                    await _ledger.Writer.AppendAsync(write, event_);
                }
                finally
                {
                    await write.ExecuteAsync("pragma max_page_count = 1073741823");
                }
            },
            CancellationToken.None));

        await _ledger.AppendAsync(LedgerKinds.SessionLive);
        Assert.Equal((true, 2L), (_ledger.Verify().Sound, _ledger.Verify().Entries));
    }

    [Fact]
    public void The_key_is_readable_by_its_owner_alone() =>
        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite,
            OperatingSystem.IsWindows() ? default : File.GetUnixFileMode(Path.Combine(_ledger.Folder, "ledger.key")));
}
