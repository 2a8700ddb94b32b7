using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Nots.Application.Bookings;
using Nots.Application.Bookings.Activities;
using Nots.Functions.Durable;

namespace Nots.Functions.Bookings;

/// <summary>The steps of a booking's orchestration.</summary>
public sealed class BookingActivityFunctions(ActivityRunner activities)
{
    [Function(ReadBookingActivity.Name)]
    public Task<BookingView> ReadAsync([ActivityTrigger] string bookingId, [DurableClient] DurableTaskClient client, FunctionContext function) =>
        activities.RunAsync<ReadBookingActivity, string, BookingView>(bookingId, client, function);

    [Function(TellActivity.Name)]
    public Task<object?> TellAsync([ActivityTrigger] EventsAfter events, [DurableClient] DurableTaskClient client, FunctionContext function) =>
        activities.RunAsync<TellActivity, EventsAfter, object?>(events, client, function);

    [Function(GiveUpTellingActivity.Name)]
    public Task<object?> GiveUpTellingAsync([ActivityTrigger] EventsAfter events, [DurableClient] DurableTaskClient client, FunctionContext function) =>
        activities.RunAsync<GiveUpTellingActivity, EventsAfter, object?>(events, client, function);

    [Function(RemindActivity.Name)]
    public Task<object?> RemindAsync([ActivityTrigger] DueItem item, [DurableClient] DurableTaskClient client, FunctionContext function) =>
        activities.RunAsync<RemindActivity, DueItem, object?>(item, client, function);

    [Function(GiveUpRemindingActivity.Name)]
    public Task<object?> GiveUpRemindingAsync([ActivityTrigger] DueItem item, [DurableClient] DurableTaskClient client, FunctionContext function) =>
        activities.RunAsync<GiveUpRemindingActivity, DueItem, object?>(item, client, function);

    [Function(ReleaseUnpaidActivity.Name)]
    public Task<bool> ReleaseUnpaidAsync([ActivityTrigger] string bookingId, [DurableClient] DurableTaskClient client, FunctionContext function) =>
        activities.RunAsync<ReleaseUnpaidActivity, string, bool>(bookingId, client, function);

    [Function(RecheckComplianceActivity.Name)]
    public Task<object?> RecheckComplianceAsync([ActivityTrigger] string bookingId, [DurableClient] DurableTaskClient client, FunctionContext function) =>
        activities.RunAsync<RecheckComplianceActivity, string, object?>(bookingId, client, function);

    [Function(SettleActivity.Name)]
    public Task<object?> SettleAsync([ActivityTrigger] string bookingId, [DurableClient] DurableTaskClient client, FunctionContext function) =>
        activities.RunAsync<SettleActivity, string, object?>(bookingId, client, function);

    [Function(ReleaseDriverActivity.Name)]
    public Task<bool> ReleaseDriverAsync([ActivityTrigger] string bookingId, [DurableClient] DurableTaskClient client, FunctionContext function) =>
        activities.RunAsync<ReleaseDriverActivity, string, bool>(bookingId, client, function);

    [Function(ReturnPaymentActivity.Name)]
    public Task<bool> ReturnPaymentAsync([ActivityTrigger] string bookingId, [DurableClient] DurableTaskClient client, FunctionContext function) =>
        activities.RunAsync<ReturnPaymentActivity, string, bool>(bookingId, client, function);

    [Function(CloseBookingActivity.Name)]
    public Task<bool> CloseAsync([ActivityTrigger] BookingVersion booking, [DurableClient] DurableTaskClient client, FunctionContext function) =>
        activities.RunAsync<CloseBookingActivity, BookingVersion, bool>(booking, client, function);
}
