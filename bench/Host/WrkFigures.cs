namespace Nots.Host.Bench;

/// <param name="PerSecond">Answers.</param>
/// <param name="P50">Milliseconds.</param>
/// <param name="P99">Milliseconds.</param>
internal sealed record WrkFigures(double PerSecond, double P50, double P99)
{
    /// <summary>The run in the middle of several.</summary>
    public static WrkFigures MedianOf(IEnumerable<WrkFigures> runs)
    {
        var sorted = runs.OrderBy(run => run.PerSecond).ToList();
        return sorted[sorted.Count / 2];
    }
}
