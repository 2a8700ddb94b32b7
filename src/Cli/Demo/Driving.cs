using Nots.Cli.Wire;

namespace Nots.Cli.Demo;

/// <summary>What the driver reports on the way.</summary>
internal static class Driving
{
    /// <summary>From setting off to the last passenger out.</summary>
    public static Task CompleteAsync(JourneyRun run, CancellationToken cancellationToken) =>
        ReportAsync(run, cancellationToken, Progress.EnRoute, Progress.Arrived, Progress.Onboard, Progress.Completed);

    public static async Task ReportAsync(JourneyRun run, CancellationToken cancellationToken, params string[] steps)
    {
        var reporter = run.Cast.ReporterFor(run.Booking.Driver?.DriverId);
        foreach (var step in steps)
        {
            // The platform holds "arrived" against the position.
            var at = step == Progress.Arrived ? run.Booking.Journey.PickupLocation : null;
            run.Saw(await reporter.ReportAsync(run.Booking.BookingId, step, at, cancellationToken));
            run.Say(step);
        }
    }
}
