namespace Nots.Host.Bench;

/// <param name="PerSecond">Answers.</param>
/// <param name="P50">Milliseconds.</param>
/// <param name="P99">Milliseconds.</param>
/// <param name="Requests">All together.</param>
internal sealed record WrkFigures(double PerSecond, double P50, double P99, long Requests)
{
    /// <summary>Of the process that answered, microseconds a request; 0 where it was not looked at.</summary>
    public double ProcessorTime { get; init; }

    /// <summary>The run in the middle of several.</summary>
    public static WrkFigures MedianOf(IEnumerable<WrkFigures> runs)
    {
        var sorted = runs.OrderBy(run => run.PerSecond).ToList();
        return sorted[sorted.Count / 2];
    }
}
