using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Nots.Application.Bookings;
using Nots.Application.Orchestration;
using Nots.Functions.Durable;

namespace Nots.Functions.Bookings;

/// <summary>The steps of a booking's orchestration.</summary>
public sealed class BookingActivityFunctions(ActivityRunner activities)
{
    [Function("booking-read")]
    public Task<BookingView> ReadAsync([ActivityTrigger] string bookingId, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        activities.RunAsync(BookingActivities.Read, bookingId, client, cancellationToken);

    [Function("booking-tell")]
    public Task<Nothing> TellAsync([ActivityTrigger] EventsAfter events, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        activities.RunAsync(BookingActivities.Tell, events, client, cancellationToken);

    [Function("booking-give-up-telling")]
    public Task<Nothing> GiveUpTellingAsync([ActivityTrigger] EventsAfter events, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        activities.RunAsync(BookingActivities.GiveUpTelling, events, client, cancellationToken);

    [Function("booking-remind")]
    public Task<Nothing> RemindAsync([ActivityTrigger] DueItem item, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        activities.RunAsync(BookingActivities.Remind, item, client, cancellationToken);

    [Function("booking-give-up-reminding")]
    public Task<Nothing> GiveUpRemindingAsync([ActivityTrigger] DueItem item, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        activities.RunAsync(BookingActivities.GiveUpReminding, item, client, cancellationToken);

    [Function("booking-release-unpaid")]
    public Task<bool> ReleaseUnpaidAsync([ActivityTrigger] string bookingId, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        activities.RunAsync(BookingActivities.ReleaseUnpaid, bookingId, client, cancellationToken);

    [Function("booking-recheck-compliance")]
    public Task<Nothing> RecheckComplianceAsync([ActivityTrigger] string bookingId, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        activities.RunAsync(BookingActivities.RecheckCompliance, bookingId, client, cancellationToken);

    [Function("booking-settle")]
    public Task<Nothing> SettleAsync([ActivityTrigger] string bookingId, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        activities.RunAsync(BookingActivities.Settle, bookingId, client, cancellationToken);

    [Function("booking-release-driver")]
    public Task<bool> ReleaseDriverAsync([ActivityTrigger] string bookingId, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        activities.RunAsync(BookingActivities.ReleaseDriver, bookingId, client, cancellationToken);

    [Function("booking-return-payment")]
    public Task<bool> ReturnPaymentAsync([ActivityTrigger] string bookingId, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        activities.RunAsync(BookingActivities.ReturnPayment, bookingId, client, cancellationToken);

    [Function("booking-close")]
    public Task<bool> CloseAsync([ActivityTrigger] BookingVersion booking, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        activities.RunAsync(BookingActivities.Close, booking, client, cancellationToken);
}
