using Nots.Journeys.Tests.Fakes;

namespace Nots.Journeys.Tests;

public sealed class PolicyTests
{
    [Fact]
    public async Task A_hold_longer_than_the_demo_waits_does_not_apply_and_names_the_setting()
    {
        var world = new FakeWorld { PaymentHold = TimeSpan.FromMinutes(15) };

        var report = await world.RunAsync(Rows.PaymentTimeout);

        Assert.False(report.Passed, "a demo in which nothing applied has shown nothing");
        Assert.Null(Assert.Single(report.Rows).Fault);
        Assert.Contains("Nots__PaymentHold=00:00:10", Assert.Single(report.Rows).NotApplicable);
        Assert.Contains("./nots demo --start", Assert.Single(report.Rows).NotApplicable);
    }

    [Fact]
    public async Task Notice_that_the_platform_wants_rules_a_pick_up_out_at_once_and_names_the_setting()
    {
        var report = await new FakeWorld { MinimumNotice = TimeSpan.FromMinutes(30) }.RunAsync(Rows.NoShow);

        Assert.Contains("Nots__MinimumNotice=00:00:00", Assert.Single(report.Rows).NotApplicable);
        Assert.Null(Assert.Single(report.Rows).Booking);
    }

    [Fact]
    public async Task Free_waiting_longer_than_the_demo_waits_rules_a_no_show_out_and_names_the_setting()
    {
        var report = await new FakeWorld { FreeWaiting = TimeSpan.FromMinutes(15) }.RunAsync(Rows.NoShow);

        Assert.Contains("Nots__FreeWaiting=00:00:01", Assert.Single(report.Rows).NotApplicable);
    }

    [Fact]
    public async Task A_booking_that_cannot_be_played_to_its_end_is_cancelled_and_its_money_still_adds_up()
    {
        var world = new FakeWorld { FreeWaiting = TimeSpan.FromMinutes(15) };

        var report = await world.RunAsync(Rows.NoShow);

        Assert.Equal("cancelled", Assert.Single(world.Bookings.Values).Status);
        Assert.Empty(report.Money.Faults);
    }
}
