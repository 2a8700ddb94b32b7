using Nots.LocalHost.Tests.Running;

namespace Nots.LocalHost.Tests.Crash;

/// <summary>Compares what became of one booking with what was planned.</summary>
internal sealed class Inspection(StripeDesk stripe, People people, ILookup<string?, MailboxEntry> messages)
{
    /// <summary>All that is not as it should be, one sentence each.</summary>
    public async Task<IReadOnlyList<string>> FaultsAsync(Traveller traveller)
    {
        var faults = new List<string>();
        if (traveller.Fault is { } fault)
            faults.Add(fault.Message);
        if (traveller.Booking is not { } booking)
            return faults;
        var plan = traveller.Plan;
        var booked = (await people.Dispatcher.BookingAsync(booking)).Ok();
        Same(plan.FinalStatus, booked.Text("status"), "status");
        Same(plan.FinalPaymentStatus, booked.Text("payment", "status"), "payment");
        Same(plan.Refunded ? booking.Amount : 0, booked.Body.GetProperty("payment").GetProperty("refunded").GetInt64(), "refunded");
        var run = await people.Dispatcher.GetAsync($"/v1/ops/orchestrations/{booking.Id}");
        Same("completed", run.Status == 200 ? run.Text("status") : $"{run.Status}", "orchestration");
        await CompareMoneyAsync(plan, booking, Same);
        await CompareMessagesAsync(plan, booking, Same);
        return faults;

        void Same<T>(T expected, T actual, string what)
        {
            if (!EqualityComparer<T>.Default.Equals(expected, actual))
                faults.Add($"{what}: {expected} was expected, {actual} it is");
        }
    }

    private async Task CompareMoneyAsync(PlannedBooking plan, Booked booking, Action<StripeDesk.Trail, StripeDesk.Trail, string> same)
    {
        var trail = await stripe.TrailOfAsync(booking);
        var (charges, refunds) = (plan.Paid ? 1 : 0, plan.Refunded ? 1 : 0);
        var status = plan switch { { ByCard: false } => "", { Paid: false } => "canceled", _ => "succeeded" };
        same(
            new StripeDesk.Trail(status, trail.Declined, charges, charges * booking.Amount, refunds, refunds * booking.Amount),
            trail, "money at Stripe");
    }

    private async Task CompareMessagesAsync(PlannedBooking plan, Booked booking, Action<string, string, string> same)
    {
        var record = (await people.Dispatcher.GetAsync($"/v1/bookings/{booking.Id}/events")).Ok().Body.GetProperty("events");
        // A decline that is told after the payment is ignored, so that one says nothing.
        var declines = record.EnumerateArray().Count(entry => entry.GetProperty("type").GetString() == "payment_failed");
        var received = messages[booking.Id].GroupBy(message => $"{message.Template} by {message.Channel} to {(message.To == booking.Email ? "customer" : Whom(message))}");
        same(
            string.Join(", ", Expected(plan, declines).Order(StringComparer.Ordinal)),
            string.Join(", ", received.Select(group => $"{group.Count()} {group.Key}").Order(StringComparer.Ordinal)),
            "messages");
    }

    private static string Whom(MailboxEntry message) => message.To == Session.Phone ? "customer" : "driver";

    private static IEnumerable<string> Expected(PlannedBooking plan, int declines)
    {
        var toCustomer = new List<(int Times, string Template)>();
        if (declines > 0)
            toCustomer.Add((declines, "payment-failed"));
        if (plan.Paid || !plan.ByCard)
            toCustomer.Add((1, "booking-confirmed"));
        if (plan.HasDriver)
            toCustomer.Add((1, "driver-assigned"));
        if (plan.LastReport is not null)
            toCustomer.Add((1, "driver-en-route"));
        if (plan.Ending == Ending.Completed)
            toCustomer.AddRange([(1, "driver-arrived"), (1, "journey-completed")]);
        else
            toCustomer.Add((1, "booking-cancelled"));
        foreach (var (times, template) in toCustomer)
        {
            yield return $"{times} {template} by email to customer";
            yield return $"{times} {template} by sms to customer";
        }
        string[] toDriver = plan.HasDriver ? ["driver-job", .. plan.Ending == Ending.Completed ? [] : (string[])["driver-job-cancelled"]] : [];
        foreach (var template in toDriver)
        {
            yield return $"1 {template} by email to driver";
            yield return $"1 {template} by sms to driver";
        }
    }
}
