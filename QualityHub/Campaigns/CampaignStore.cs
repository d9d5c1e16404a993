using Dapper;
using QualityHub.Platform;

namespace QualityHub.Campaigns;

public sealed class CampaignStore(Database database)
{
    /// <summary>The campaigns that run at that instant, the one that ends first in front; none where nothing was planned.</summary>
    public Task<IReadOnlyList<Campaign>> RunningAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<Campaign>>(
            async connection =>
            {
                var rows = await connection.QueryAsync<Row>(
                    """
                    select id, name, purpose, starts_at, ends_at
                      from campaigns
                     where starts_at <= @now and ends_at > @now
                     order by ends_at
                    """,
                    new { now });
                return [.. rows.Select(row => row.ToCampaign())];
            },
            cancellationToken);

    public static Task AddAsync(Write write, Campaign campaign) =>
        write.ExecuteAsync(
            "insert into campaigns (id, name, purpose, starts_at, ends_at) values (@Id, @Name, @purpose, @StartsAt, @EndsAt)",
            new { campaign.Id, campaign.Name, purpose = campaign.Purpose.Code(), campaign.StartsAt, campaign.EndsAt });

    private sealed record Row
    {
        public CampaignId Id { get; init; }

        public required string Name { get; init; }

        public required string Purpose { get; init; }

        public DateTimeOffset StartsAt { get; init; }

        public DateTimeOffset EndsAt { get; init; }

        public Campaign ToCampaign() =>
            new() { Id = Id, Name = Name, Purpose = Purposes.Parse(Purpose), StartsAt = StartsAt, EndsAt = EndsAt };
    }
}
