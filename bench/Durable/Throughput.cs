using System.Diagnostics;

namespace Nots.Durable.Bench;

/// <summary>Many orchestrations of ten activities at once.</summary>
internal static class Throughput
{
    private const int Activities = 10;

    public static async Task<Load> RunAsync(int instances)
    {
        await using var engine = new BenchEngine();
        await engine.StartAsync();
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, instances).Select(number =>
            engine.Client.StartAsync(Steps.Name, $"steps-{number}", Activities, CancellationToken.None)));
        await engine.EndedAsync((long)instances * (Activities + 1));
        var seconds = watch.Elapsed.TotalSeconds;
        var bytes = engine.HistoryBytes(["steps-0"]) * instances;
        return new Load(engine.Turns, engine.Activities, engine.Commits, bytes, seconds);
    }
}
