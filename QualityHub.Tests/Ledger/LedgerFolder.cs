using System.Security.Cryptography;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using QualityHub.Ledger;
using QualityHub.Platform;

namespace QualityHub.Tests.Ledger;

/// <summary>A real database file, key and head file in a folder of their own.</summary>
internal sealed class LedgerFolder : IDisposable
{
    public LedgerFolder()
    {
        var options = Options.Create(new DatabaseOptions { DataFolder = Folder });
        Database = new Database(options);
        Migrations.Run(Database);
        Heads = new LedgerHeads(Options.Create(new LedgerOptions()), options, NullLogger<LedgerHeads>.Instance);
        Writer = new LedgerWriter(Clock, Heads);
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("ledger").FullName;

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));

    public Database Database { get; }

    public LedgerHeads Heads { get; }

    public LedgerWriter Writer { get; }

    public Task AppendAsync(string kind = LedgerKinds.SignedIn, string subject = "account:1") =>
        Database.WriteAsync(write => Writer.AppendAsync(write, new LedgerEvent(kind, "account:1") { Subject = subject }), CancellationToken.None);

    public async Task FillAsync(int entries)
    {
        for (var i = 1; i <= entries; i++)
        {
            await AppendAsync(subject: $"account:{i}");
        }
    }

    public IReadOnlyList<LedgerHead> HeadLines() => Heads.ReadAll();

    public LedgerVerdict Verify(bool anchored = true)
    {
        using var key = ECDsa.Create();
        key.ImportFromPem(Heads.PublicKey);
        return LedgerVerifier.Verify(LedgerCommand.Entries(Database.Path), anchored ? HeadLines() : [], key);
    }

    /// <summary>As someone with the file in their hands would: triggers away first.</summary>
    public void Tamper(string sql)
    {
        using var connection = new SqliteConnection(Database.ConnectionString);
        connection.Open();
        connection.Execute("drop trigger if exists ledger_entries_refuse_update; drop trigger if exists ledger_entries_refuse_delete;");
        connection.Execute(sql);
    }

    public void Dispose()
    {
        Heads.Dispose();
        Database.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}
