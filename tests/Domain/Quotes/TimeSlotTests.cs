using CsCheck;
using Nots.Domain.Quotes;

namespace Nots.Domain.Tests.Quotes;

public sealed class TimeSlotTests
{
    private static readonly Gen<TimeSlot> Slots = Gen.Select(
        Gen.Int[0, 300], Gen.Int[1, 120], (from, length) => new TimeSlot(A.Now.AddMinutes(from), A.Now.AddMinutes(from + length)));

    private static readonly Gen<TimeSpan> Margins = Gen.Int[0, 60].Select(minutes => TimeSpan.FromMinutes(minutes));

    [Fact]
    public void Overlapping_is_mutual() => Gen.Select(Slots, Slots, Margins).Sample(
        (left, right, margin) => left.Overlaps(right, margin) == right.Overlaps(left, margin), iter: 10_000);

    [Fact]
    public void A_wider_margin_never_parts_what_overlaps() => Gen.Select(Slots, Slots, Margins, Margins).Sample(
        (left, right, margin, more) => !left.Overlaps(right, margin) || left.Overlaps(right, margin + more), iter: 10_000);

    [Fact]
    public void Slots_overlap_when_one_widened_by_the_margin_shares_a_minute_with_the_other() => Gen.Select(Slots, Slots, Margins).Sample(
        (left, right, margin) => left.Overlaps(right, margin)
            == Minutes(left.From - margin, left.To + margin).Intersect(Minutes(right.From, right.To)).Any(),
        iter: 10_000);

    [Theory]
    [InlineData(15, false)]
    [InlineData(14, true)]
    public void Just_the_margin_between_two_slots_is_enough(int gapMinutes, bool overlaps)
    {
        var first = new TimeSlot(A.Now, A.Now.AddMinutes(30));
        var second = new TimeSlot(first.To.AddMinutes(gapMinutes), first.To.AddMinutes(60));

        Assert.Equal(overlaps, first.Overlaps(second, TimeSpan.FromMinutes(15)));
    }

    [Fact]
    public void Slots_that_touch_do_not_overlap_without_a_margin()
    {
        var first = new TimeSlot(A.Now, A.Now.AddMinutes(30));

        Assert.False(first.Overlaps(new TimeSlot(first.To, first.To.AddMinutes(1)), TimeSpan.Zero));
        Assert.True(first.Overlaps(new TimeSlot(first.To.AddTicks(-1), first.To.AddMinutes(1)), TimeSpan.Zero));
    }

    private static IEnumerable<long> Minutes(DateTimeOffset from, DateTimeOffset to)
    {
        for (var at = from; at < to; at = at.AddMinutes(1))
            yield return at.UtcTicks;
    }
}
