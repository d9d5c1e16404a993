using QualityHub.Access;
using QualityHub.Platform;

namespace QualityHub.Agents;

/// <summary>An administrator adds a queue.</summary>
public sealed class AddQueue(AgentChange change, TimeProvider clock)
{
    public Task<Outcome<QueueId>> HandleAsync(Person by, string name, CancellationToken cancellationToken) =>
        change.MakeAsync<QueueId>(
            by,
            async write =>
            {
                if (!AgentChange.Fits(name))
                {
                    return Refusal.In<AgentsWords>("NameMissing");
                }

                var queues = await AgentStore.QueuesAsync(write);
                if (queues.Any(queue => string.Equals(queue.Name, name.Trim(), StringComparison.OrdinalIgnoreCase)))
                {
                    return Refusal.In<AgentsWords>("NameTaken");
                }

                var id = Id.New<QueueId>(clock);
                await AgentStore.AddQueueAsync(write, id, name.Trim());
                return id;
            },
            id => AgentChange.Entry(by, $"queue:{id}", "added"),
            cancellationToken);
}
