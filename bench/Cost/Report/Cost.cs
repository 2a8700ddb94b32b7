namespace Nots.Cost.Bench.Report;

/// <summary>What something spends.</summary>
/// <param name="Requests">To the table.</param>
/// <param name="Reads">Read units.</param>
/// <param name="Writes">Write units.</param>
internal sealed record Cost(double Requests, double Reads, double Writes)
{
    public static Cost None { get; } = new(0, 0, 0);

    public static Cost operator +(Cost left, Cost right) => new(left.Requests + right.Requests, left.Reads + right.Reads, left.Writes + right.Writes);

    public static Cost Add(Cost left, Cost right) => left + right;

    /// <summary>Whether any figure is more than the other's.</summary>
    public bool Exceeds(Cost other) => Requests > other.Requests || Reads > other.Reads || Writes > other.Writes;
}
