namespace Nots.Cli.Tables;

/// <param name="Table">Its name.</param>
/// <param name="Written">What it did not have.</param>
/// <param name="Kept">What it had, and has as it was.</param>
internal sealed record TableFillReport(string Table, IReadOnlyList<string> Written, IReadOnlyList<string> Kept);
