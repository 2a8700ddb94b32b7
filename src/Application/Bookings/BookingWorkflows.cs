using Nots.Application.Bookings.Activities;
using Nots.Application.Orchestration;

namespace Nots.Application.Bookings;

/// <summary>Puts the booking's orchestration and activities into the catalogue that engines run.</summary>
public static class BookingWorkflows
{
    public static WorkflowCatalogue AddBookings(this WorkflowCatalogue catalogue) => catalogue
        .AddOrchestration(BookingOrchestration.Name, () => new BookingOrchestration())
        .AddActivity<string, BookingView, ReadBookingActivity>(BookingActivities.Read)
        .AddActivity<EventsAfter, Nothing, TellActivity>(BookingActivities.Tell)
        .AddActivity<EventsAfter, Nothing, GiveUpTellingActivity>(BookingActivities.GiveUpTelling)
        .AddActivity<DueItem, Nothing, RemindActivity>(BookingActivities.Remind)
        .AddActivity<DueItem, Nothing, GiveUpRemindingActivity>(BookingActivities.GiveUpReminding)
        .AddActivity<string, bool, ReleaseUnpaidActivity>(BookingActivities.ReleaseUnpaid)
        .AddActivity<string, Nothing, RecheckComplianceActivity>(BookingActivities.RecheckCompliance)
        .AddActivity<string, Nothing, SettleActivity>(BookingActivities.Settle)
        .AddActivity<string, bool, ReleaseDriverActivity>(BookingActivities.ReleaseDriver)
        .AddActivity<string, bool, ReturnPaymentActivity>(BookingActivities.ReturnPayment)
        .AddActivity<BookingVersion, bool, CloseBookingActivity>(BookingActivities.Close);
}
