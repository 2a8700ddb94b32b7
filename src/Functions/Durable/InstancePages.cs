using Microsoft.DurableTask.Client;
using Nots.Application.Orchestration;
using OurQuery = Nots.Application.Orchestration.OrchestrationQuery;
using TheirQuery = Microsoft.DurableTask.Client.OrchestrationQuery;

namespace Nots.Functions.Durable;

/// <summary>
/// Lists instances newest first. Durable Task's stores answer in orders of their own, so it looks back from the page's start
/// through stretches of time, each twice as long as the one before, until the page is full, and sorts each.
/// </summary>
internal sealed class InstancePages(DurableTaskClient client, TimeProvider time)
{
    private static readonly TimeSpan First = TimeSpan.FromHours(1);

    /// <summary>Nothing of ours is older than the platform.</summary>
    private static readonly DateTimeOffset Beginning = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <exception cref="ArgumentException">The position was not made here.</exception>
    public async Task<OrchestrationPage> ReadAsync(OurQuery query, CancellationToken cancellationToken)
    {
        InstancePosition? after = query.After is null ? null : InstancePosition.Read(query.After);
        var from = query.From is { } earliest && earliest > Beginning ? earliest : Beginning;
        // Clocks differ, and the newest instance may be of a clock ahead of this one.
        var end = after?.CreatedAt.AddTicks(1) ?? query.To ?? time.GetUtcNow() + First;
        var found = new List<OrchestrationInstance>();
        for (var stretch = First; end > from && found.Count <= query.Limit; stretch *= 2)
        {
            var start = end - from > stretch ? end - stretch : from;
            found.AddRange(await BetweenAsync(query, start, end, after, cancellationToken));
            end = start;
        }
        var page = found.Take(query.Limit).ToList();
        return new OrchestrationPage(page, found.Count > query.Limit ? InstancePosition.Of(page[^1]).Write() : null);
    }

    private async Task<IEnumerable<OrchestrationInstance>> BetweenAsync(
        OurQuery query, DateTimeOffset start, DateTimeOffset end, InstancePosition? after, CancellationToken cancellationToken)
    {
        var filter = new TheirQuery(
            CreatedFrom: start, CreatedTo: end, Statuses: query.Status is { } status ? Statuses.ShownAs(status) : null, FetchInputsAndOutputs: true);
        var found = new List<OrchestrationInstance>();
        await foreach (var instance in client.GetAllInstancesAsync(filter).WithCancellation(cancellationToken))
        {
            // Stores differ in whether the ends of a stretch belong to it.
            if (instance.CreatedAt >= start && instance.CreatedAt < end && (query.To is null || instance.CreatedAt < query.To) && Fits(query, instance))
                found.Add(Instances.Of(instance));
        }
        return found
            .Where(instance => after is null || InstancePosition.Of(instance).CompareTo(after.Value) < 0)
            .OrderByDescending(InstancePosition.Of);
    }

    private static bool Fits(OurQuery query, OrchestrationMetadata instance) =>
        (query.Name is null || instance.Name == query.Name) && (query.Status is null || Statuses.Of(instance.RuntimeStatus) == query.Status);
}
