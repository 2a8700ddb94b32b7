using System.Diagnostics;
using System.Globalization;

namespace Nots.Storage.Bench;

/// <summary>Runs an operation over and over for a while, after a warm-up, and prints its rate and latencies.</summary>
internal static class Load
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(0.4);

    /// <param name="name">What is measured.</param>
    /// <param name="workers">How many callers at once, each waiting for its answer before it asks again.</param>
    /// <param name="duration">How long.</param>
    /// <param name="operation">Given the worker's number and how many it has done.</param>
    public static async Task RunAsync(string name, int workers, TimeSpan duration, Func<int, int, Task> operation)
    {
        await WorkAsync(workers, WarmUp, 0, operation);
        var started = Stopwatch.GetTimestamp();
        var latencies = await WorkAsync(workers, duration, 1_000_000, operation);
        Print(name, latencies, Stopwatch.GetElapsedTime(started));
    }

    private static async Task<List<long>> WorkAsync(int workers, TimeSpan duration, int first, Func<int, int, Task> operation)
    {
        var started = Stopwatch.GetTimestamp();
        var each = await Task.WhenAll(Enumerable.Range(0, workers).Select(worker => Task.Run(async () =>
        {
            var latencies = new List<long>(1 << 16);
            for (var n = first; Stopwatch.GetElapsedTime(started) < duration; n++)
            {
                var before = Stopwatch.GetTimestamp();
                await operation(worker, n);
                latencies.Add(Stopwatch.GetTimestamp() - before);
            }

            return latencies;
        })));
        return [.. each.SelectMany(latencies => latencies)];
    }

    /// <param name="each">How many operations each latency is of.</param>
    public static void Print(string name, List<long> latencies, TimeSpan elapsed, int each = 1)
    {
        latencies.Sort();
        var rate = latencies.Count * each / elapsed.TotalSeconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-52} {rate,12:N0} {At(0.50),9:N3} {At(0.99),9:N3}"));

        double At(double part) => latencies[(int)((latencies.Count - 1) * part)] * 1000.0 / Stopwatch.Frequency;
    }
}
