using Dapper;
using QualityHub.Platform;

namespace QualityHub.Ledger;

/// <summary>Which entries someone wants to see; a part left out narrows nothing.</summary>
/// <param name="Day">A day as <c>yyyy-MM-dd</c>, UTC.</param>
public sealed record LedgerFilter(string? Day = null, string? Kind = null, string? Subject = null);

/// <summary>Reads the trail; writing that it was read is the business of whoever lets a person read it.</summary>
public sealed class LedgerReader(Database database)
{
    private const string Columns = "sequence, happened_at, day, kind, actor, subject, purpose, result, facts, previous, hash";

    private const string Where =
        """
        where (@Day is null or day = @Day) and (@Kind is null or kind = @Kind)
          and (@Subject is null or subject = @Subject or actor = @Subject)
        """;

    /// <summary>The newest first.</summary>
    public Task<IReadOnlyList<LedgerEntry>> PageAsync(LedgerFilter filter, int skip, int take, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<LedgerEntry>>(
            async connection => (await connection.QueryAsync<LedgerEntry>(
                $"select {Columns} from ledger_entries {Where} order by sequence desc limit @take offset @skip",
                new { filter.Day, filter.Kind, filter.Subject, skip, take })).AsList(),
            cancellationToken);

    public Task<long> CountAsync(LedgerFilter filter, CancellationToken cancellationToken) =>
        database.ReadAsync(
            connection => connection.ExecuteScalarAsync<long>($"select count(*) from ledger_entries {Where}", filter),
            cancellationToken);

    /// <summary>Runs over the whole trail in its order, one row in memory at a time, on one snapshot.</summary>
    public Task<T> WalkAsync<T>(Func<IEnumerable<LedgerEntry>, T> walk, CancellationToken cancellationToken) =>
        database.ReadAsync(
            connection => Task.Run(
                () => walk(connection.Query<LedgerEntry>($"select {Columns} from ledger_entries order by sequence", buffered: false)),
                cancellationToken),
            cancellationToken);
}
