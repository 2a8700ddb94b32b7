using Nots.Application.Outbox;
using Nots.Domain.Common;

namespace Nots.Application.Tests.Outbox;

public sealed class OutboxShardTests
{
    [Theory]
    [InlineData("booking_1", 4)]
    [InlineData("booking_06f3z8k5v9c1qj2m4n7p8r0st", 13)]
    [InlineData("booking_06f3z8k5v9c1qj2m4n7p8r0sv", 7)]
    public void A_booking_has_the_same_shard_in_every_process(string bookingId, int shard) =>
        Assert.Equal(shard, OutboxEntry.ShardOf(BookingId.Parse(bookingId)));

    [Fact]
    public void Bookings_are_spread_over_all_shards() =>
        Assert.Equal(Enumerable.Range(0, OutboxEntry.Shards), Enumerable.Range(0, 1000).Select(i => OutboxEntry.ShardOf(BookingId.Parse($"booking_{i}"))).Distinct().Order());
}
