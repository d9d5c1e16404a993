using System.Data.Common;
using Dapper;

namespace QualityHub.Platform;

/// <summary>One transaction under way: the only thing that may change the database.</summary>
public sealed class Write(DbConnection connection, DbTransaction transaction)
{
    private List<Action>? _afterCommit;

    public DbConnection Connection { get; } = connection;

    public DbTransaction Transaction { get; } = transaction;

    /// <summary>How many rows the statement touched.</summary>
    public Task<int> ExecuteAsync(string sql, object? parameters = null) =>
        Connection.ExecuteAsync(sql, parameters, Transaction);

    public Task<T?> QuerySingleOrDefaultAsync<T>(string sql, object? parameters = null) =>
        Connection.QuerySingleOrDefaultAsync<T>(sql, parameters, Transaction);

    public Task<IEnumerable<T>> QueryAsync<T>(string sql, object? parameters = null) =>
        Connection.QueryAsync<T>(sql, parameters, Transaction);

    /// <summary>Runs once the commit is on disk; never when the transaction is rolled back.</summary>
    public void AfterCommit(Action action) => (_afterCommit ??= []).Add(action);

    internal void Committed() => _afterCommit?.ForEach(action => action());
}
