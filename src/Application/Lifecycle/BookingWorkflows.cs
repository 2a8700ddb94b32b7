using Microsoft.DurableTask;
using Nots.Application.Lifecycle.Activities;

namespace Nots.Application.Lifecycle;

/// <summary>Registers a booking's orchestration and its activities with a Durable Task worker.</summary>
public static class BookingWorkflows
{
    public static DurableTaskRegistry AddBookingWorkflows(this DurableTaskRegistry registry) => registry
        .AddOrchestrator<BookingOrchestration>()
        .AddActivity<ReadBookingActivity>()
        .AddActivity<TellActivity>()
        .AddActivity<GiveUpTellingActivity>()
        .AddActivity<RemindActivity>()
        .AddActivity<GiveUpRemindingActivity>()
        .AddActivity<ReleaseUnpaidActivity>()
        .AddActivity<RecheckComplianceActivity>()
        .AddActivity<SettleActivity>()
        .AddActivity<ReleaseDriverActivity>()
        .AddActivity<ReturnPaymentActivity>()
        .AddActivity<CloseBookingActivity>();
}
