using Nots.Cli.Output;
using Nots.Storage.Transfer;

namespace Nots.Cli.Data;

/// <summary>Brings all items of a source into a table, then reads all of them back and compares.</summary>
internal sealed class Transfer(IItemSource source, long items, ITableLoad target, int parallel, TimeProvider time, CommandOutput output)
{
    public async Task<(LoadCounts Counts, Comparison Comparison)> RunAsync(bool overwrite, bool lookFirst, CancellationToken cancellationToken)
    {
        var loader = new Loader(target, overwrite, lookFirst, time.GetUtcNow().ToUnixTimeSeconds());
        await WatchAsync("Writing", loader.LoadAsync, cancellationToken);
        var comparison = new Comparison(target, time);
        await WatchAsync("Comparing", comparison.CompareAsync, cancellationToken);
        return (loader.Counts, comparison);
    }

    private Task WatchAsync(string what, Func<IReadOnlyList<RawItem>, CancellationToken, Task> handle, CancellationToken cancellationToken) =>
        output.WatchAsync(what, items, progress => Batches.ForEachAsync(source, parallel, progress, handle, cancellationToken));
}
