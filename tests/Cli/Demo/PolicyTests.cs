using Nots.Cli.Tests.Fakes;

namespace Nots.Cli.Tests.Demo;

public sealed class PolicyTests
{
    [Fact]
    public async Task A_hold_longer_than_the_demo_waits_fails_the_row_and_names_the_setting()
    {
        var world = new FakeWorld { PaymentHold = TimeSpan.FromMinutes(15) };

        var report = await world.RunAsync(Rows.PaymentTimeout);

        Assert.False(report.Passed);
        Assert.Contains("Nots__PaymentHold=00:00:10", Assert.Single(report.Rows).Fault);
        Assert.Contains("./nots demo --start", Assert.Single(report.Rows).Fault);
    }

    [Fact]
    public async Task Notice_that_the_platform_wants_fails_a_pick_up_at_once_and_names_the_setting()
    {
        var report = await new FakeWorld { MinimumNotice = TimeSpan.FromMinutes(30) }.RunAsync(Rows.NoShow);

        Assert.Contains("Nots__MinimumNotice=00:00:00", Assert.Single(report.Rows).Fault);
        Assert.Null(Assert.Single(report.Rows).Booking);
    }

    [Fact]
    public async Task Free_waiting_longer_than_the_demo_waits_fails_a_no_show_and_names_the_setting()
    {
        var report = await new FakeWorld { FreeWaiting = TimeSpan.FromMinutes(15) }.RunAsync(Rows.NoShow);

        Assert.Contains("Nots__FreeWaiting=00:00:01", Assert.Single(report.Rows).Fault);
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
