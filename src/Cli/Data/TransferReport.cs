namespace Nots.Cli.Data;

/// <summary>How an import or a copy ended: what was written, and what a second look at the target found.</summary>
internal sealed record TransferReport(
    bool Verified, string From, string To, long Written, long AlreadyThere, long NewerKept, long Expired, VerifiedItems Target, long Wrong, IReadOnlyList<string> Examples)
{
    public static TransferReport Of(string from, string to, LoadCounts counts, Comparison comparison) => new(
        comparison.Wrong == 0, from, to, counts.Written, counts.AlreadyThere, counts.NewerKept, counts.Expired,
        new VerifiedItems(comparison.Same.Items, comparison.Same.Sum, comparison.Newer, comparison.Expired), comparison.Wrong, comparison.Examples);
}
