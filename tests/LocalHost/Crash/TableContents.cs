using System.Text.Json;

namespace Nots.LocalHost.Tests.Crash;

/// <summary>Looks into the table beside the host that uses it.</summary>
internal abstract class TableContents
{
    /// <summary>The bookings whose orchestration is still to be told of a change.</summary>
    public async Task<IReadOnlyList<string>> OutboxAsync() =>
        [.. (await ReadAsync("OutboxEntry")).Select(entry => entry.Data.GetProperty("bookingId").GetString()!)];

    /// <summary>Whose time is taken by which booking.</summary>
    public async Task<IReadOnlyList<(string Owner, string BookingId)>> AllocationsAsync() =>
        [.. (await ReadAsync("AllocationDay")).SelectMany(day => day.Data.GetProperty("allocations").EnumerateArray()
            .Select(allocation => ($"{day.Key} {day.Sort}", allocation.GetProperty("bookingId").GetString()!)))];

    /// <summary>All items of an entity type.</summary>
    protected abstract Task<IReadOnlyList<(string Key, string Sort, JsonElement Data)>> ReadAsync(string entityType);
}
