using Microsoft.AspNetCore.WebUtilities;

namespace QualityHub.Access;

/// <summary>Addresses of our own: what comes in as "where I was" never leads anywhere else.</summary>
internal static class Local
{
    public static string Path(string? from) =>
        from is ['/', not ('/' or '\\'), ..] && !from.Any(char.IsControl) ? from : "/";

    public static string Page(string page, string? code, string? from = null)
    {
        Dictionary<string, string?> query = [];
        if (code is not null)
        {
            query["say"] = code;
        }

        if (Path(from) is { Length: > 1 } path)
        {
            query["from"] = path;
        }

        return QueryHelpers.AddQueryString(page, query);
    }
}
