using Nots.LocalHost.Tests.Running;

namespace Nots.LocalHost.Tests.Journeys;

public sealed class CashJourneyTest(SharedHost shared)
{
    [Fact]
    public async Task A_journey_paid_in_cash_is_confirmed_at_once_and_completes()
    {
        var booking = await shared.Dispatcher.BookAsync(Pickup.OnADayOfItsOwn(), "cash", "minibus");
        var confirmed = (await shared.Dispatcher.BookingAsync(booking)).Ok();
        Assert.Equal("confirmed", confirmed.Text("status"));
        Assert.Equal("not_required", confirmed.Text("payment", "status"));
        Assert.Null(booking.IntentId);

        (await shared.Dispatcher.AssignAsync(booking)).Ok();
        await shared.Dispatcher.ReportUpToAsync(booking, "completed");
        await shared.Dispatcher.SeeOrchestrationCompletedAsync(booking, shared.Host);
        Assert.Equal("completed", (await shared.Dispatcher.BookingAsync(booking)).Text("status"));
    }
}
