using Microsoft.AspNetCore.Http.Extensions;

namespace QualityHub.Listening;

/// <summary>Which lines a supervisor wants to see. It lives in the address, so that it survives a refresh and can be shared.</summary>
public sealed record WallboardFilter(string? Team = null, string? Queue = null, bool Listenable = false, string? Search = null)
{
    public static WallboardFilter None { get; } = new();

    public bool Lets(WallboardLine line) =>
        (Team is null || line.Team == Team)
        && (Queue is null || line.Queue == Queue)
        && (!Listenable || line.CanListen || line.Mine is not null)
        && (string.IsNullOrWhiteSpace(Search) || line.Name.Contains(Search.Trim(), StringComparison.CurrentCultureIgnoreCase));

    public string Address(string page)
    {
        var query = new QueryBuilder();
        Add(query, "team", Team);
        Add(query, "queue", Queue);
        Add(query, "listenable", Listenable ? "true" : null);
        Add(query, "q", Search);
        return page + query.ToQueryString();
    }

    private static void Add(QueryBuilder query, string name, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            query.Add(name, value);
        }
    }
}
