using System.ComponentModel.DataAnnotations;

namespace QualityHub.Platform;

/// <summary>Where QualityHub keeps what it knows. Section <c>Database</c>.</summary>
public sealed class DatabaseOptions
{
    public const string Section = "Database";

    /// <summary>The SQLite file. A relative path is taken from <see cref="DataFolder"/>.</summary>
    [Required]
    public string File { get; init; } = "qualityhub.db";

    /// <summary>The folder that holds the database, the Data Protection keys, the ledger's key and its head file.</summary>
    [Required]
    public string DataFolder { get; init; } = "data";

    public string FullPath => Path.GetFullPath(Path.Combine(DataFolder, File));
}
