using Nots.LocalHost.Tests.Running;

namespace Nots.LocalHost.Tests.Journeys;

public sealed class DispatchTests(SharedHost shared)
{
    [Fact]
    public async Task A_driver_with_a_job_at_that_time_gets_no_other()
    {
        var pickupAt = Pickup.OnADayOfItsOwn();
        var first = await shared.Dispatcher.BookAsync(pickupAt, "cash");
        var second = await shared.Dispatcher.BookAsync(pickupAt.AddMinutes(10), "cash");
        var driver = (await shared.Dispatcher.AssignAsync(first)).Ok().Text("driver", "driverId");
        var refused = await shared.Dispatcher.AssignAsync(second, driver);
        Assert.Equal((409, "driver_overlapping_job"), (refused.Status, refused.Text("error", "details", "gate")));
        Assert.Equal("confirmed", (await shared.Dispatcher.BookingAsync(second)).Text("status"));
    }

    [Fact]
    public async Task Two_dispatchers_at_once_give_one_driver_one_job()
    {
        var pickupAt = Pickup.OnADayOfItsOwn();
        var bookings = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => shared.Dispatcher.BookAsync(pickupAt, "cash")));
        var answers = await Task.WhenAll(bookings.Select(booking => shared.Dispatcher.AssignAsync(booking, "driver_00000000000000000000000004")));
        Assert.Single(answers, answer => answer.Status == 200);
        Assert.All(answers.Where(answer => answer.Status != 200), answer => Assert.Equal(409, answer.Status));
    }
}
