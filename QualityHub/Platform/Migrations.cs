using System.Reflection;
using DbUp;

namespace QualityHub.Platform;

/// <summary>Brings the database to the shape this version needs: every room's scripts, in the order of their numbers.</summary>
public static class Migrations
{
    public static void Run(Database database)
    {
        var upgrade = DeployChanges.To
            .SqliteDatabase(database.ConnectionString)
            .WithScriptsEmbeddedInAssembly(Assembly.GetExecutingAssembly(), name => name.StartsWith("migrations/", StringComparison.Ordinal))
            .WithTransactionPerScript()
            .LogToNowhere()
            .Build();

        var result = upgrade.PerformUpgrade();
        if (!result.Successful)
        {
            throw new InvalidOperationException($"The database could not be brought up to date: {result.ErrorScript?.Name}", result.Error);
        }
    }
}
