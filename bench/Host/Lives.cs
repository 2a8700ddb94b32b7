using System.Globalization;

namespace Nots.Host.Bench;

/// <summary>Whole lives a second, after some that warm up.</summary>
internal static class Lives
{
    private const int Warming = 500;
    private const int Bookings = 2000;

    public static async Task RunAsync()
    {
        await using var platform = await PlatformProcess.StartAsync();
        await Lifecycle.RunAsync(platform, Warming);
        List<LifecycleFigures> runs = [];
        for (var round = 0; round < 3; round++)
            runs.Add(await Lifecycle.RunAsync(platform, Bookings, Warming + (round * Bookings)));
        var median = runs.OrderBy(run => run.PerSecond).ElementAt(1);
        Table.Row($"completed bookings, {Bookings}, all settled at the end", $"{median.PerSecond:N0}/s", "150/s");
        Table.Row("  the same until the last was reported completed", string.Create(CultureInfo.CurrentCulture, $"{median.Bookings / median.Completed.TotalSeconds:N0}/s"));
        Table.Row("  the platform's processor time each", $"{median.ProcessorTime.TotalMilliseconds / median.Bookings:N1} ms");
    }
}
