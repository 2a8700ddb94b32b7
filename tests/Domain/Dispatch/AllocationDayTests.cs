using CsCheck;
using Nots.Domain.Common;
using Nots.Domain.Dispatch;
using Nots.Domain.Quotes;

namespace Nots.Domain.Tests.Dispatch;

public sealed class AllocationDayTests
{
    private static readonly BookingId One = BookingId.Parse("booking_1");
    private static readonly BookingId Two = BookingId.Parse("booking_2");
    private static readonly TimeSlot Morning = new(A.Now, A.Now.AddHours(1));
    private static readonly TimeSlot Evening = new(A.Now.AddHours(8), A.Now.AddHours(9));

    private static readonly AllocationDay Empty =
        new() { OwnerId = "driver_1", Day = new DateOnly(2026, 12, 8), Version = 3 };

    [Fact]
    public void A_booking_takes_all_its_slots()
    {
        var day = Empty.With(One, [Morning, Evening]);

        Assert.Equal([new Allocation(One, Morning), new Allocation(One, Evening)], day.Allocations);
        Assert.Equal((Empty.OwnerId, Empty.Day, Empty.Version), (day.OwnerId, day.Day, day.Version));
        Assert.Empty(Empty.Allocations);
    }

    [Fact]
    public void A_booking_that_moves_leaves_its_old_slots()
    {
        var day = Empty.With(One, [Morning]).With(Two, [Evening]).With(One, [Evening]);

        Assert.Equal([new Allocation(Two, Evening), new Allocation(One, Evening)], day.Allocations);
    }

    [Fact]
    public void A_released_booking_frees_its_own_slots_and_no_others()
    {
        var day = Empty.With(One, [Morning, Evening]).With(Two, [Morning]).Without(One);

        Assert.Equal([new Allocation(Two, Morning)], day.Allocations);
    }

    [Fact]
    public void Releasing_a_booking_that_is_not_there_changes_nothing()
    {
        var day = Empty.With(One, [Morning]);

        Assert.Equal(day.Allocations, day.Without(Two).Allocations);
    }

    [Fact]
    public void Whatever_was_done_before_the_last_word_on_each_booking_stands() => Gen.Select(
        Gen.Int[1, 4], Gen.Int[0, 3], (booking, slots) => ($"booking_{booking}", slots)).Array[0, 20].Sample(words =>
    {
        var day = Empty;
        var last = new Dictionary<string, int>();
        foreach (var (booking, slots) in words)
        {
            day = slots == 0 ? day.Without(BookingId.Parse(booking)) : day.With(BookingId.Parse(booking), Enumerable.Repeat(Morning, slots));
            last[booking] = slots;
        }
        Assert.Equal(last.Values.Sum(), day.Allocations.Count);
        Assert.All(last, entry => Assert.Equal(entry.Value, day.Allocations.Count(allocation => allocation.BookingId == BookingId.Parse(entry.Key))));
    });
}
