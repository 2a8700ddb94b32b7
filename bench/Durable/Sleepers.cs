using System.Diagnostics;

namespace Nots.Durable.Bench;

/// <summary>Very many orchestrations that sleep for a year: how fast a process starts that finds them, and what they cost it.</summary>
internal sealed record Sleepers(double PerSecond, double StartSeconds, double MegabytesAfterStart)
{
    public static Task<Sleepers> RunAsync(int instances) => Backends.OnSqliteAsync(async backend =>
    {
        var started = Stopwatch.GetTimestamp();
        await using (var platform = new Platform(backend))
        {
            await platform.StartAsync();
            await platform.SleepAsync(instances);
        }

        var putToSleep = Stopwatch.GetElapsedTime(started).TotalSeconds;
        await using var next = new Platform(backend);
        started = Stopwatch.GetTimestamp();
        await next.StartAsync();
        await next.RunAsync(1, 1);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        return new Sleepers(instances / putToSleep, seconds, GC.GetTotalMemory(forceFullCollection: true) / 1e6);
    });
}
