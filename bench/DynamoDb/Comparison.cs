using System.Diagnostics;
using System.Globalization;

namespace Nots.DynamoDb.Bench;

/// <summary>Runs the same calls through the adapter and through the bare SDK, turn about, so that what else the machine does hits both.</summary>
internal sealed class Comparison(ICalls adapter, ICalls bare, TimeSpan turn)
{
    private const int Rounds = 6;

    private int _next;

    public async Task RunAsync(string where)
    {
        Console.WriteLine($"| {where,-44} | adapter/s |    bare/s | share | adapter p50, p99 ms | bare p50, p99 ms | processor time, us |");
        Console.WriteLine($"|{new string('-', 46)}|----------:|----------:|------:|--------------------:|-----------------:|-------------------:|");
        foreach (var workers in (int[])[1, 16])
        {
            await MeasureAsync($"get, {workers} at once", workers, (calls, n) => calls.GetAsync(n));
            await MeasureAsync($"index query of {Samples.PageSize}, {workers} at once", workers, (calls, _) => calls.QueryAsync());
            await MeasureAsync($"conditional put, {workers} at once", workers, (calls, n) => calls.PutAsync($"p{n}"));
            await MeasureAsync($"transaction of 3, {workers} at once", workers, (calls, n) => calls.TransactAsync($"t{n}"));
        }
    }

    private async Task MeasureAsync(string name, int workers, Func<ICalls, int, Task> call)
    {
        var (ours, theirs) = (new Figures(), new Figures());
        // The first turns warm connections and caches up.
        await TurnAsync(new Figures(), workers, n => call(adapter, n));
        await TurnAsync(new Figures(), workers, n => call(bare, n));
        for (var round = 0; round < Rounds; round++)
        {
            var first = round % 2 == 0;
            await TurnAsync(first ? ours : theirs, workers, n => call(first ? adapter : bare, n));
            await TurnAsync(first ? theirs : ours, workers, n => call(first ? bare : adapter, n));
        }
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {name,-44} | {ours.PerSecond,9:N0} | {theirs.PerSecond,9:N0} | {100 * ours.PerSecond / theirs.PerSecond,4:N0}% | {ours.At(0.5),9:N2}, {ours.At(0.99),8:N2} | {theirs.At(0.5),7:N2}, {theirs.At(0.99),7:N2} | {ours.Processor,8:N0}, {theirs.Processor,8:N0} |"));
    }

    private async Task TurnAsync(Figures figures, int workers, Func<int, Task> call)
    {
        var started = Stopwatch.GetTimestamp();
        var processor = Environment.CpuUsage.TotalTime;
        await Task.WhenAll(Enumerable.Range(0, workers).Select(_ => Task.Run(async () =>
        {
            while (Stopwatch.GetElapsedTime(started) < turn)
            {
                var before = Stopwatch.GetTimestamp();
                await call(Interlocked.Increment(ref _next));
                figures.Add(Stopwatch.GetElapsedTime(before));
            }
        })));
        figures.Ran(Stopwatch.GetElapsedTime(started), Environment.CpuUsage.TotalTime - processor);
    }

    /// <summary>The latencies of one side.</summary>
    private sealed class Figures
    {
        private readonly List<double> _milliseconds = [];
        private TimeSpan _ran;
        private TimeSpan _processor;

        public double PerSecond => _milliseconds.Count / _ran.TotalSeconds;

        public void Add(TimeSpan latency)
        {
            lock (_milliseconds)
                _milliseconds.Add(latency.TotalMilliseconds);
        }

        /// <summary>Microseconds a call: what others on the machine do does not change it much.</summary>
        public double Processor => _processor.TotalMicroseconds / _milliseconds.Count;

        public void Ran(TimeSpan time, TimeSpan processor) => (_ran, _processor) = (_ran + time, _processor + processor);

        public double At(double part)
        {
            _milliseconds.Sort();
            return _milliseconds[(int)((_milliseconds.Count - 1) * part)];
        }
    }
}
