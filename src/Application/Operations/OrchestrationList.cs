using System.Globalization;
using Microsoft.DurableTask.Client;

namespace Nots.Application.Operations;

/// <summary>Which instances to list. Null means any.</summary>
/// <param name="Status">Only these.</param>
/// <param name="Name">Of the orchestration.</param>
/// <param name="From">Created at this time or later.</param>
/// <param name="To">Created before this time.</param>
/// <param name="Limit">1 to 100.</param>
/// <param name="After">The position where the page before ended.</param>
public sealed record OrchestrationFilter(
    OrchestrationStatus? Status = null, string? Name = null, DateTimeOffset? From = null, DateTimeOffset? To = null, int Limit = 20, string? After = null);

/// <summary>A page of instances, and the position where the next one starts (null at the end).</summary>
public sealed record OrchestrationPage(IReadOnlyList<OrchestrationMetadata> Instances, string? Next);

/// <summary>
/// Lists instances newest first, on every backend. Backends answer in orders of their own, so it looks back from the page's start
/// through stretches of time, each longer than the one before, until the page is full, and sorts each. An instance that continues as new
/// counts as created then.
/// </summary>
public sealed class OrchestrationList(DurableTaskClient client, TimeProvider time)
{
    private const int MaxLimit = 100;
    private const int Growth = 4;

    private static readonly TimeSpan FirstStretch = TimeSpan.FromMinutes(5);

    /// <summary>How far the clock of another process may be ahead.</summary>
    private static readonly TimeSpan ClockSkew = TimeSpan.FromHours(1);

    /// <summary>Nothing of ours is older than the platform.</summary>
    private static readonly DateTimeOffset Beginning = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <exception cref="ArgumentException">The limit is out of range, or the position was not made here.</exception>
    public async Task<OrchestrationPage> ReadAsync(OrchestrationFilter filter, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(filter.Limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(filter.Limit, MaxLimit);
        Position? after = filter.After is null ? null : Position.Parse(filter.After);
        var from = filter.From > Beginning ? filter.From.Value : Beginning;
        var end = after?.CreatedAt.AddTicks(1) ?? filter.To ?? time.GetUtcNow() + ClockSkew;
        // What other clocks are ahead of costs nothing to look through, and does not make the first page look further back than it must.
        var stretch = after is null && filter.To is null ? ClockSkew + FirstStretch : FirstStretch;
        var found = new List<OrchestrationMetadata>();
        for (; end > from && found.Count <= filter.Limit; stretch *= Growth)
        {
            var start = end - from > stretch ? end - stretch : from;
            found.AddRange(await BetweenAsync(filter, start, end, after, cancellationToken));
            end = start;
        }
        var page = found.Take(filter.Limit).ToList();
        return new OrchestrationPage(page, found.Count > filter.Limit ? Position.Of(page[^1]).ToString() : null);
    }

    private async Task<IEnumerable<OrchestrationMetadata>> BetweenAsync(
        OrchestrationFilter filter, DateTimeOffset start, DateTimeOffset end, Position? after, CancellationToken cancellationToken)
    {
        var query = new OrchestrationQuery(
            CreatedFrom: start,
            CreatedTo: end,
            Statuses: filter.Status is { } status ? OrchestrationStatuses.ShownAs(status) : null,
            FetchInputsAndOutputs: true);
        var found = new List<OrchestrationMetadata>();
        await foreach (var instance in client.GetAllInstancesAsync(query).WithCancellation(cancellationToken))
        {
            // Backends differ in whether the ends of a stretch belong to it.
            if (instance.CreatedAt >= start && instance.CreatedAt < end && (filter.To is null || instance.CreatedAt < filter.To) && Fits(filter, instance))
                found.Add(instance);
        }
        return found
            .Where(instance => after is null || Position.Of(instance).CompareTo(after.Value) < 0)
            .OrderByDescending(Position.Of);
    }

    private static bool Fits(OrchestrationFilter filter, OrchestrationMetadata instance) =>
        (filter.Name is null || instance.Name == filter.Name) && (filter.Status is null || instance.Status() == filter.Status);

    /// <summary>Where an instance stands among all: by the time of its creation, and by id among those of one moment.</summary>
    private readonly record struct Position(DateTimeOffset CreatedAt, string InstanceId) : IComparable<Position>
    {
        private const char Separator = ' ';

        public static Position Of(OrchestrationMetadata instance) => new(instance.CreatedAt, instance.InstanceId);

        /// <exception cref="ArgumentException">It is no position.</exception>
        public static Position Parse(string text) =>
            text.Split(Separator, 2) is [var ticks, { Length: > 0 } id]
            && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < DateTimeOffset.MaxValue.UtcTicks
                ? new Position(new DateTimeOffset(number, TimeSpan.Zero), id)
                : throw new ArgumentException("This is not a position in a list of instances.", nameof(text));

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{CreatedAt.UtcTicks}{Separator}{InstanceId}");

        public int CompareTo(Position other) =>
            CreatedAt != other.CreatedAt ? CreatedAt.CompareTo(other.CreatedAt) : string.CompareOrdinal(InstanceId, other.InstanceId);
    }
}
