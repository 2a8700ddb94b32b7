namespace Nots.Host.Bench;

/// <summary>What it costs to send traces and metrics to a collector: two platforms turn about, one with and one without.</summary>
internal static class Telemetry
{
    private const int Rounds = 3;
    private const int Connections = 32;
    private const int Seconds = 5;

    public static async Task RunAsync()
    {
        await using var collector = await CollectorServer.StartAsync();
        await using var without = await PlatformProcess.StartAsync();
        await using var with = await PlatformProcess.StartAsync(collector.Settings);
        List<WrkFigures> plain = [], traced = [];
        var (a, b) = (await ReadAsync(without), await ReadAsync(with));
        for (var round = 0; round <= Rounds; round++)
        {
            plain.Add(await Wrk.RunAsync(a.Booking, Connections, Seconds, a.Script, () => without.ProcessorTime));
            traced.Add(await Wrk.RunAsync(b.Booking, Connections, Seconds, b.Script, () => with.ProcessorTime));
        }
        Table.Row("GET /v1/bookings/{id}, no telemetry", WrkFigures.MedianOf(plain.Skip(1)));
        Table.Row("GET /v1/bookings/{id}, traces and metrics sent", WrkFigures.MedianOf(traced.Skip(1)));
        if (collector.Bytes == 0)
            throw new InvalidOperationException("Nothing was sent to the collector.");
    }

    private static async Task<(Uri Booking, string Script)> ReadAsync(PlatformProcess platform)
    {
        var (booking, token) = await Api.BookingAsync(platform);
        return (new Uri(platform.Address, $"/v1/bookings/{booking}"), Scripts.Get(token));
    }
}
