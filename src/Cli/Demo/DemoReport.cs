namespace Nots.Cli.Demo;

/// <summary>What came of a demo.</summary>
/// <param name="Rows">In the file's order.</param>
internal sealed record DemoReport(IReadOnlyList<RowResult> Rows, MoneyReport Money, MessageReport Messages, TimeSpan Elapsed)
{
    /// <summary>Whether all that the platform's settings allow came out as it must.</summary>
    public bool Passed => Rows.All(row => row.Fault is null) && Rows.Any(row => row.Passed) && Money.Faults.Count == 0 && Messages.Faults.Count == 0;
}
