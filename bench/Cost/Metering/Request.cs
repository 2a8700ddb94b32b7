namespace Nots.Cost.Bench.Metering;

/// <summary>One request to the table.</summary>
/// <param name="Step">Of the booking's life.</param>
/// <param name="Operation">What asked: an operation of the API, an activity, or the outbox.</param>
/// <param name="Kind">Such as <c>GetItem</c>.</param>
/// <param name="Reads">Read units.</param>
/// <param name="Writes">Write units, the indexes' among them.</param>
/// <param name="Changes">The items that it wrote.</param>
internal sealed record Request(string Step, string Operation, string Kind, double Reads, double Writes, IReadOnlyList<ItemChange> Changes);
