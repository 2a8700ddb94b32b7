using CsCheck;
using Nots.Domain.Bookings;

namespace Nots.Domain.Tests.Bookings;

public sealed class CancellationPolicyTests
{
    private static readonly CancellationPolicy ThreeTiers = new()
    {
        // In no order, as an owner may have typed them.
        Tiers = [Tier(2, 50), Tier(48, 100), Tier(24, 75), Tier(0, 10)],
        RefundPercentEnRoute = 5,
    };

    [Theory]
    [InlineData(72, 100)]
    [InlineData(48, 100)]
    [InlineData(47, 75)]
    [InlineData(24, 75)]
    [InlineData(23, 50)]
    [InlineData(2, 50)]
    [InlineData(1, 10)]
    [InlineData(0, 10)]
    [InlineData(-5, 10)]
    public void The_longest_notice_that_was_given_counts(int noticeHours, int percent) =>
        Assert.Equal(percent, ThreeTiers.RefundPercent(A.Confirmed(), A.PickupAt.AddHours(-noticeHours)));

    [Theory]
    [InlineData(24, 100)]
    [InlineData(23, 0)]
    [InlineData(0, 0)]
    [InlineData(-1, 0)]
    public void Less_notice_than_any_tier_asks_for_brings_nothing_back(int noticeHours, int percent) =>
        Assert.Equal(
            percent,
            new CancellationPolicy { Tiers = [Tier(24, 100)] }.RefundPercent(A.Confirmed(), A.PickupAt.AddHours(-noticeHours)));

    [Fact]
    public void Without_tiers_nothing_comes_back() =>
        Assert.Equal(0, new CancellationPolicy { Tiers = [] }.RefundPercent(A.Confirmed(), A.Now));

    [Fact]
    public void On_the_way_the_share_is_its_own() => Assert.Equal(5, ThreeTiers.RefundPercent(A.EnRoute(), A.Now));

    [Fact]
    public void Notice_is_counted_to_the_time_it_was_moved_to()
    {
        var moved = A.Confirmed().ChangePickupTime(A.PickupAt.AddHours(3), A.Dispatcher, A.Now).Done();

        Assert.Equal(100, CancellationPolicy.Default.RefundPercent(moved, A.PickupAt.AddHours(1)));
        Assert.Equal(50, CancellationPolicy.Default.RefundPercent(moved, A.PickupAt.AddHours(1).AddTicks(1)));
    }

    [Fact]
    public void To_wait_never_brings_more_back() => Gen.Select(Gen.Int[-6000, 6000], Gen.Int[0, 6000]).Sample((minutes, wait) =>
        CancellationPolicy.Default.RefundPercent(A.Confirmed(), A.PickupAt.AddMinutes(minutes))
            >= CancellationPolicy.Default.RefundPercent(A.Confirmed(), A.PickupAt.AddMinutes(minutes + wait)));

    private static CancellationTier Tier(int hours, int percent) => new(TimeSpan.FromHours(hours), percent);
}
