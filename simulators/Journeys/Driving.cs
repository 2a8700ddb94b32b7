using Nots.Client;

namespace Nots.Journeys;

/// <summary>What the driver reports on the way.</summary>
internal static class Driving
{
    /// <summary>From setting off to the last passenger out.</summary>
    public static Task CompleteAsync(JourneyRun run, CancellationToken cancellationToken) =>
        ReportAsync(
            run, cancellationToken, AmendProgress.EnRoute, AmendProgress.Arrived, AmendProgress.Onboard, AmendProgress.Completed);

    public static async Task ReportAsync(JourneyRun run, CancellationToken cancellationToken, params AmendProgress[] steps)
    {
        var reporter = run.Cast.ReporterFor(run.Booking.Driver?.DriverId);
        foreach (var step in steps)
        {
            // The platform holds "arrived" against the position.
            var at = step == AmendProgress.Arrived ? run.Booking.Journey.PickupLocation : null;
            run.Saw(await reporter.BookingsAmendAsync(
                run.Booking.BookingId, new AmendRequest { Progress = step, Latitude = at?.Latitude, Longitude = at?.Longitude }, cancellationToken));
            run.Say(step.WireName());
        }
    }
}
