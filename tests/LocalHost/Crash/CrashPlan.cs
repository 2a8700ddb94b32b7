namespace Nots.LocalHost.Tests.Crash;

/// <summary>What is going to happen, from a seed alone.</summary>
internal sealed record CrashPlan(IReadOnlyList<PlannedBooking> Bookings, IReadOnlyList<PlannedKill> Kills)
{
    private const int ADay = 10;

    public static CrashPlan Of(CrashSettings settings, DateTimeOffset today)
    {
        var random = new Random(settings.Seed);
        var bookings = Enumerable.Range(0, settings.Bookings).Select(number => Booking(random, number, today)).ToList();
        var steps = bookings.Sum(booking => booking.Steps);
        var kills = Enumerable.Range(0, settings.Kills)
            .Select(_ => new PlannedKill(random.Next(steps * 19 / 20), TimeSpan.FromMilliseconds(random.Next(250)), Kind(random)))
            .OrderBy(kill => kill.AfterSteps);
        return new CrashPlan(bookings, [.. kills]);
    }

    private static PlannedBooking Booking(Random random, int number, DateTimeOffset today)
    {
        var byCard = random.Next(10) < 8;
        var vehicleClass = random.Next(10) switch { < 6 => "standard", < 9 => "executive", _ => "minibus" };
        var ending = random.Next(20) switch
        {
            < 11 => Ending.Completed,
            < 13 when byCard => Ending.CancelledUnpaid,
            < 15 => Ending.CancelledConfirmed,
            < 18 => Ending.CancelledAssigned,
            _ => Ending.CancelledEnRoute,
        };
        // Those who book at the same moment travel on the same day, so that they want the same drivers' days.
        var pickupAt = today.AddDays(3 + (number / ADay)).AddHours(6).AddMinutes(70 * (number % ADay));
        var declined = byCard && ending != Ending.CancelledUnpaid && random.Next(5) == 0;
        return new PlannedBooking(number, pickupAt, vehicleClass, byCard, declined, ending, random.Next(int.MaxValue));
    }

    private static KillKind Kind(Random random) => random.Next(8) switch { < 5 => KillKind.Host, < 7 => KillKind.SimulatorThenHost, _ => KillKind.HostTwice };
}
