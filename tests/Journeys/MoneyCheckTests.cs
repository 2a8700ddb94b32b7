using Nots.Journeys.Tests.Fakes;

namespace Nots.Journeys.Tests;

public sealed class MoneyCheckTests
{
    [Fact]
    public async Task The_sums_are_those_of_all_bookings()
    {
        var report = await new FakeWorld().RunAsync(Rows.Complete, Rows.CancelEarly, Rows.CancelLate, Rows.PaymentTimeout);

        Assert.Equal(
            (3 * 1229, 1229 + 615, 3 * 1229, 1229 + 615),
            (report.Money.Charged, report.Money.Refunded, report.Money.LedgerCharged, report.Money.LedgerRefunded));
        Assert.Empty(report.Money.Faults);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public async Task A_penny_more_or_less_in_the_ledger_fails_the_demo(long pence)
    {
        var report = await new FakeWorld(new Mischief { ChargedTooMuch = pence }).RunAsync(Rows.Complete);

        Assert.True(Assert.Single(report.Rows).Passed);
        Assert.Equal($"NOTS-000001: the platform says 1229 pence charged, the ledger {1229 + pence}.", Assert.Single(report.Money.Faults));
        Assert.False(report.Passed);
    }

    [Fact]
    public async Task A_refund_that_is_a_penny_short_fails_the_row()
    {
        var report = await new FakeWorld(new Mischief { RefundedTooLittle = 1 }).RunAsync(Rows.CancelLate);

        Assert.False(Assert.Single(report.Rows).Passed);
    }

    [Fact]
    public async Task A_card_that_is_charged_twice_fails_the_demo()
    {
        var report = await new FakeWorld(new Mischief { ChargesOfOnePayment = 2 }).RunAsync(Rows.Complete);

        Assert.Equal("NOTS-000001: charged 2 times instead of 1.", Assert.Single(report.Money.Faults));
    }

    [Fact]
    public async Task Money_taken_for_a_booking_that_was_never_paid_fails_the_demo()
    {
        var world = new FakeWorld(new Mischief { NeverConfirms = true });

        var report = await world.RunAsync(Rows.Complete);

        Assert.Equal(
            ["NOTS-000001: the platform says 0 pence charged, the ledger 1229.", "NOTS-000001: charged 1 times instead of 0."],
            report.Money.Faults);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Money_of_a_booking_that_no_row_made_fails_a_demo_that_is_alone(bool alone)
    {
        var world = new FakeWorld { Alone = alone };
        world.Bookings["booking_of_another"] = new FakeBooking
        {
            Id = "booking_of_another",
            Method = "card",
            Amount = 500,
            PickupAt = world.Time.GetUtcNow(),
            HeldUntil = world.Time.GetUtcNow(),
            Status = "confirmed",
            LedgerCharged = 500,
        };

        var report = await world.RunAsync(Rows.Complete);

        Assert.Equal(alone ? ["The ledger has money for 'booking_of_another', which no row booked."] : [], report.Money.Faults);
    }
}
