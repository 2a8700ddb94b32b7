using Nots.Storage.Transfer;

namespace Nots.Cli.Data;

/// <summary>Reads every item back from the table that it was brought into, and compares.</summary>
internal sealed class Comparison(ITableLoad target, TimeProvider time)
{
    private const int MaxExamples = 20;

    private readonly Lock _lock = new();
    private readonly List<string> _examples = [];

    /// <summary>The items that are the same there.</summary>
    public ItemChecksum Same { get; private set; }

    /// <summary>How many have a newer version there.</summary>
    public long Newer { get; private set; }

    /// <summary>How many are not there for they have expired.</summary>
    public long Expired { get; private set; }

    /// <summary>How many are missing, older or otherwise different there.</summary>
    public long Wrong { get; private set; }

    /// <summary>The first few that are wrong, a sentence each.</summary>
    public IReadOnlyList<string> Examples => _examples;

    public async Task CompareAsync(IReadOnlyList<RawItem> batch, CancellationToken cancellationToken)
    {
        var there = (await target.GetAsync([.. batch.Select(item => item.Key).Distinct()], cancellationToken)).ToDictionary(item => item.Key);
        var now = time.GetUtcNow().ToUnixTimeSeconds();
        lock (_lock)
        {
            foreach (var item in batch)
                Count(item, there.GetValueOrDefault(item.Key), now);
        }
    }

    private void Count(RawItem item, RawItem? stored, long now)
    {
        if (stored is not null && stored.IsSameAs(item))
            Same += item;
        else if (stored is not null && stored.IsNewerThan(item))
            Newer++;
        else if (item.HasExpired(now))
            Expired++;
        else
            CountWrong(item, stored);
    }

    private void CountWrong(RawItem item, RawItem? stored)
    {
        Wrong++;
        if (_examples.Count < MaxExamples)
        {
            _examples.Add(stored is null
                ? $"{item.Key} is missing"
                : $"{item.Key} is different: version {item.Version} was to be there, version {stored.Version} is");
        }
    }
}
