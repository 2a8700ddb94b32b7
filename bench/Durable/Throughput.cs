using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;

namespace Nots.Durable.Bench;

/// <summary>What was done: turns of orchestrators and activities.</summary>
internal sealed record Load(long Items, double Seconds, double ProcessorMicroseconds, double ItemsPerCommit)
{
    public double ItemsPerSecond => Items / Seconds;
}

/// <summary>Many orchestrations at once, each with activities one after the other.</summary>
internal static class Throughput
{
    public static async Task<Load> RunAsync(Action<IServiceCollection> addBackend, int instances, int activities)
    {
        var commits = 0L;
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Name == "nots.durable.commit.size")
                    self.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<int>((_, _, _, _) => Interlocked.Increment(ref commits));
        listener.Start();
        await using var platform = new Platform(addBackend);
        await platform.StartAsync();
        await platform.RunAsync(instances / 20, activities);
        GC.Collect();
        var before = (Processor: Environment.CpuUsage.TotalTime, Commits: Interlocked.Read(ref commits));
        var seconds = await platform.RunAsync(instances, activities);
        var items = (long)instances * (activities + activities + 1);
        return new Load(
            items, seconds, (Environment.CpuUsage.TotalTime - before.Processor).TotalMicroseconds / items,
            (double)items / Math.Max(1, Interlocked.Read(ref commits) - before.Commits));
    }

    public static Task<Load> RunOnSqliteAsync(int instances, int activities) =>
        Backends.OnSqliteAsync(backend => RunAsync(backend, instances, activities));
}

/// <summary>One orchestration alone: from one activity to the next, with the turn between them and the commits of both.</summary>
internal static class Latency
{
    public static async Task<IReadOnlyList<double>> RunAsync(Action<IServiceCollection> addBackend, int steps)
    {
        await using var platform = new Platform(addBackend);
        await platform.StartAsync();
        await platform.RunAsync(1, 20);
        platform.Ticks.IsOn = true;
        await platform.RunAsync(1, steps);
        return platform.Ticks.Gaps();
    }

    public static Task<IReadOnlyList<double>> RunOnSqliteAsync(int steps) => Backends.OnSqliteAsync(backend => RunAsync(backend, steps));
}
