using System.Security.Cryptography;
using Dapper;
using Microsoft.Data.Sqlite;
using QualityHub.Platform;

namespace QualityHub.Ledger;

/// <summary>
/// <c>ledger verify|reconcile [--database F] [--anchor F] [--public-key F]</c>: opens the file read-only and needs no running server.
/// Exit code 0: sound; 1: something is wrong; 2: it could not be checked.
/// </summary>
public static class LedgerCommand
{
    /// <summary>Null when the arguments are not for the ledger.</summary>
    public static int? Run(string[] args, TextWriter output)
    {
        if (args is not ["ledger", ..])
        {
            return null;
        }

        try
        {
            return args switch
            {
                [_, "verify", .. var rest] => Verify(Options(rest), output),
                [_, "reconcile", .. var rest] => Reconcile(Options(rest), output),
                _ => Usage(output),
            };
        }
        catch (Exception problem) when (problem is IOException or SqliteException or UnauthorizedAccessException or CryptographicException or ArgumentException or InvalidCastException)
        {
            output.WriteLine(problem.Message);
            return 2;
        }
    }

    private static int Verify(Dictionary<string, string> options, TextWriter output)
    {
        using var key = options.TryGetValue("--public-key", out var keyFile) ? Import(keyFile) : null;
        var anchors = options.TryGetValue("--anchor", out var anchorFile) ? ReadAnchors(File.ReadLines(anchorFile)) : [];
        var verdict = LedgerVerifier.Verify(Entries(options), anchors, key);
        foreach (var sentence in LedgerSentences.Of(verdict))
        {
            output.WriteLine(sentence);
        }

        return verdict.Sound ? 0 : 1;
    }

    private static int Reconcile(Dictionary<string, string> options, TextWriter output)
    {
        var sessions = LedgerReconciliation.Of(Entries(options));
        foreach (var session in sessions)
        {
            output.WriteLine(
                $"{session.Session} intervals={session.Intervals} in={session.In} passed={session.Passed} dropped={session.Dropped} "
                + $"outside={session.Outside} complete={session.Complete} first_bad={session.FirstBad}");
        }

        return sessions.All(session => session.Outside == 0) ? 0 : 1;
    }

    // A line torn by a power cut is no head; a torn line vouches for nothing and is left out.
    internal static LedgerHead[] ReadAnchors(IEnumerable<string> lines) =>
        [.. lines.Select(line => LedgerHead.TryParse(line, out var head) ? head : null).OfType<LedgerHead>()];

    internal static IEnumerable<LedgerEntry> Entries(string file)
    {
        // Dapper's column names are mapped by the database's static set-up; a verifier that opens the file itself says them whole.
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        connection.Open();
        foreach (var entry in connection.Query<LedgerEntry>(
            """
            select sequence as Sequence, happened_at as HappenedAt, day as Day, kind as Kind, actor as Actor, subject as Subject,
                   purpose as Purpose, result as Result, facts as Facts, previous as Previous, hash as Hash
              from ledger_entries order by sequence
            """,
            buffered: false))
        {
            yield return entry;
        }
    }

    private static IEnumerable<LedgerEntry> Entries(Dictionary<string, string> options) =>
        Entries(options.GetValueOrDefault("--database") ?? new DatabaseOptions().FullPath);

    private static ECDsa Import(string file)
    {
        var key = ECDsa.Create();
        key.ImportFromPem(File.ReadAllText(file));
        return key;
    }

    private static Dictionary<string, string> Options(string[] rest)
    {
        if (rest.Length % 2 != 0)
        {
            throw new ArgumentException("Every option needs a value: --database F --anchor F --public-key F");
        }

        return rest.Chunk(2).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
    }

    private static int Usage(TextWriter output)
    {
        output.WriteLine("ledger verify|reconcile [--database F] [--anchor F] [--public-key F]");
        return 2;
    }
}
