namespace Nots.Cost.Bench.Metering;

/// <summary>One request to the table.</summary>
/// <param name="Step">Of the booking's life.</param>
/// <param name="Operation">What asked: an operation of the API, an activity, or the outbox.</param>
/// <param name="Kind">Such as <c>GetItem</c>.</param>
/// <param name="Reads">Read units.</param>
/// <param name="Writes">Write units, the indexes' among them.</param>
/// <param name="Changes">The items that it wrote.</param>
/// <param name="Told">The units that DynamoDB itself tells; null where the table is not DynamoDB, or where it does not tell.</param>
internal sealed record Request(
    string Step, string Operation, string Kind, double Reads, double Writes, IReadOnlyList<ItemChange> Changes, double? Told)
{
    /// <summary>What the rules say.</summary>
    public double Units => Reads + Writes;

    /// <summary>
    /// Whether DynamoDB tells something else. Of transactions DynamoDB Local always does: it counts most of their items once and their
    /// index entries twice, where the developer guide says the opposite.
    /// </summary>
    public bool Disagrees => Kind != "TransactWriteItems" && Told is { } told && told != Units;
}
