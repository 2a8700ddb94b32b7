using Nots.Cost.Bench.Metering;

namespace Nots.Cost.Bench.Report;

/// <summary>
/// The least that one step of a booking's life must spend. What must be written is named by its entity type, and its size is
/// that of the item which was written; each read is one request for at most 4 KB, as last written.
/// </summary>
internal sealed record Need(string Step)
{
    /// <summary>Reads that the promises require, a request each.</summary>
    public int Reads { get; init; }

    /// <summary>How many more items some of these reads get: each is a unit by itself where they are not neighbours in a partition.</summary>
    public int Strangers { get; init; }

    /// <summary>What must hold together: a transaction, which counts double in the table and once in the indexes.</summary>
    public IReadOnlyList<string> Together { get; init; } = [];

    /// <summary>How many transactions these are.</summary>
    public int Transactions { get; init; } = 1;

    /// <summary>What must be changed or forgotten, each by itself.</summary>
    public IReadOnlyList<string> Alone { get; init; } = [];

    /// <summary>How many messages must be on record, each written once.</summary>
    public int Messages { get; init; }

    /// <exception cref="InvalidOperationException">The step did not write what it must: this list is out of date.</exception>
    public Cost Of(IReadOnlyList<Request> requests)
    {
        var transacted = requests.Where(request => request.Kind == "TransactWriteItems").SelectMany(request => request.Changes).ToList();
        var single = requests.Where(request => request.Kind != "TransactWriteItems").SelectMany(request => request.Changes).ToList();
        var writes = Together.Sum(type => Take(transacted, type) is var change ? (2 * change.TableUnits) + change.IndexUnits : 0)
            + Alone.Sum(type => Take(single, type) is var change ? change.TableUnits + change.IndexUnits : 0)
            + Sent(single).Sum(message => message.UnitsIfWrittenOnce);
        return new Cost(Reads + (Together.Count > 0 ? Transactions : 0) + Alone.Count + Messages, Reads + Strangers, writes);
    }

    private List<ItemChange> Sent(IEnumerable<ItemChange> changes)
    {
        var sent = changes.Where(change => change.EntityType == "Message").GroupBy(change => change.Key).Select(writes => writes.Last()).ToList();
        return sent.Count == Messages ? sent : throw new InvalidOperationException($"{Step}: {sent.Count} messages were written, {Messages} are expected.");
    }

    private ItemChange Take(List<ItemChange> changes, string type)
    {
        var at = changes.FindIndex(change => change.EntityType == type);
        if (at < 0)
            throw new InvalidOperationException($"{Step}: no {type} was written, as is expected.");
        var change = changes[at];
        changes.RemoveAt(at);
        return change;
    }
}
