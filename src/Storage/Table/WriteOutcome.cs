namespace Nots.Storage.Table;

/// <summary>Whether a write or transaction happened; if not, every write whose condition did not hold.</summary>
public sealed record WriteOutcome(IReadOnlyList<FailedCondition> Failures)
{
    public static WriteOutcome Done { get; } = new([]);

    public bool Committed => Failures.Count == 0;
}
