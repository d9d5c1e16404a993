using QualityHub.Platform;

namespace QualityHub.Tests.Platform;

public sealed class BroadcastTests
{
    [Fact]
    public async Task A_reader_hears_what_is_published_right_after_it_subscribed()
    {
        var broadcast = new Broadcast<int>();
        using var reader = broadcast.Subscribe(capacity: 4);

        broadcast.Publish(1);

        Assert.Equal(1, await reader.Reader.ReadAsync());
    }

    [Fact]
    public async Task A_slow_reader_loses_the_oldest_and_keeps_the_newest()
    {
        var broadcast = new Broadcast<int>();
        using var reader = broadcast.Subscribe(capacity: 2);

        foreach (var item in Enumerable.Range(1, 5))
        {
            broadcast.Publish(item);
        }

        broadcast.Complete();
        Assert.Equal([4, 5], await reader.ReadAllAsync().ToListAsync());
    }

    [Fact]
    public async Task A_reader_that_joins_after_the_end_does_not_wait_for_ever()
    {
        var broadcast = new Broadcast<int>();
        broadcast.Complete();

        using var reader = broadcast.Subscribe(capacity: 1);

        Assert.Empty(await reader.ReadAllAsync().ToListAsync());
    }
}
