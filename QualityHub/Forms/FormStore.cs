using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Dapper;
using QualityHub.Platform;

namespace QualityHub.Forms;

/// <summary>The published versions. They never change, so each is read and parsed once.</summary>
public sealed class FormStore(Database database)
{
    private readonly ConcurrentDictionary<FormVersionId, EvaluationForm> _known = new();

    /// <summary>The form as it was published, or null where there is no such version.</summary>
    public async Task<EvaluationForm?> FindAsync(FormVersionId id, CancellationToken cancellationToken)
    {
        if (_known.TryGetValue(id, out var known))
        {
            return known;
        }

        var definition = await database.ReadAsync(
            connection => connection.QuerySingleOrDefaultAsync<string>("select definition from form_versions where id = @id", new { id }),
            cancellationToken);
        return definition is null ? null : _known.GetOrAdd(id, JsonSerializer.Deserialize<EvaluationForm>(definition)!);
    }
}

/// <summary>Publishes the form every installation starts with.</summary>
public sealed class PublishSeededForm(TimeProvider clock)
{
    /// <summary>Asking twice changes nothing.</summary>
    public async Task<FormVersionId> AppendAsync(Write write)
    {
        var definition = JsonSerializer.Serialize(SeededForm.Definition);
        await write.ExecuteAsync(
            """
            insert into form_versions (id, form, version, definition, hash, published_at)
            values (@id, @form, @version, @definition, @hash, @now)
            on conflict (form, version) do nothing
            """,
            new
            {
                id = SeededForm.Id,
                form = SeededForm.Form,
                version = SeededForm.Version,
                definition,
                hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(definition))),
                now = clock.GetUtcNow(),
            });
        return SeededForm.Id;
    }
}
