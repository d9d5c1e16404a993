using System.Data;
using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace QualityHub.Platform;

/// <summary>
/// The one way to the database. Reads run side by side on pooled connections; writes queue for one transaction at a time.
/// Durable: WAL with synchronous=FULL, so what was answered "saved" survives a power cut.
/// </summary>
public sealed class Database : IDisposable
{
    // SQLite has one writer. Queueing here is fair and costs no thread; its own busy loop is neither.
    private readonly SemaphoreSlim _oneWriter = new(1, 1);
    private readonly string _connectionString;

    // Dapper's handlers are process-wide: registered by a room, a store would work or not by the order of tests.
    static Database() => TypeHandlers.Register();

    public Database(IOptions<DatabaseOptions> options)
    {
        Path = options.Value.FullPath;
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        _connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = Path,
            ForeignKeys = true,
            DefaultTimeout = 5,
            Pooling = true,
        }.ToString();
    }

    /// <summary>The database file, in full.</summary>
    public string Path { get; }

    public string ConnectionString => _connectionString;

    public async Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> read, CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(cancellationToken);
        return await read(connection);
    }

    /// <summary>
    /// Runs one operation in one transaction. What it asked to happen <see cref="Write.AfterCommit"/> runs once the commit is on disk,
    /// before the next writer starts; nothing of it happens when the operation throws.
    /// </summary>
    public async Task<T> WriteAsync<T>(Func<Write, Task<T>> operation, CancellationToken cancellationToken)
    {
        await _oneWriter.WaitAsync(cancellationToken);
        try
        {
            await using var connection = await OpenAsync(cancellationToken);
            await using var transaction = connection.BeginTransaction(IsolationLevel.Serializable, deferred: false);
            var write = new Write(connection, transaction);
            var result = await operation(write);
            await transaction.CommitAsync(CancellationToken.None);
            write.Committed();
            return result;
        }
        finally
        {
            _oneWriter.Release();
        }
    }

    public Task WriteAsync(Func<Write, Task> operation, CancellationToken cancellationToken) =>
        WriteAsync(
            async write =>
            {
                await operation(write);
                return Done.It;
            },
            cancellationToken);

    public void Dispose()
    {
        _oneWriter.Dispose();
        using var connection = new SqliteConnection(_connectionString);
        SqliteConnection.ClearPool(connection);
    }

    private async Task<SqliteConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(_connectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            await connection.ExecuteAsync("pragma journal_mode = wal; pragma synchronous = full;");
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
