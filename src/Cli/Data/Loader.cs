using Nots.Storage.Table;
using Nots.Storage.Transfer;

namespace Nots.Cli.Data;

/// <summary>
/// Brings items into a table, each under a condition: what somebody else writes meanwhile is never lost. To do it all again changes
/// nothing, so that is how an interrupted load goes on.
/// </summary>
/// <param name="target">The table.</param>
/// <param name="overwrite">Whether an item wins over a newer one.</param>
/// <param name="lookFirst">Whether to read before writing: where many items may be there already, a read is cheaper than a refused write.</param>
/// <param name="now">Epoch seconds; what has expired by then is not brought in.</param>
internal sealed class Loader(ITableLoad target, bool overwrite, bool lookFirst, long now)
{
    private const int WritesAtOnce = 25;
    private const int MaxRounds = 8;

    public LoadCounts Counts { get; } = new();

    /// <exception cref="CommandFailedException">An item of the table changes all the time.</exception>
    public async Task LoadAsync(IReadOnlyList<RawItem> batch, CancellationToken cancellationToken)
    {
        var there = lookFirst
            ? (await target.GetAsync([.. batch.Select(item => item.Key).Distinct()], cancellationToken)).ToDictionary(item => item.Key)
            : [];
        await Parallel.ForEachAsync(
            batch,
            new ParallelOptions { MaxDegreeOfParallelism = WritesAtOnce, CancellationToken = cancellationToken },
            async (item, stop) => await LoadAsync(item, there.GetValueOrDefault(item.Key), stop));
    }

    private async Task LoadAsync(RawItem item, RawItem? stored, CancellationToken cancellationToken)
    {
        if (item.HasExpired(now))
        {
            Counts.CountExpired();
            return;
        }

        for (var round = 0; round < MaxRounds; round++)
        {
            if (stored is not null && stored.IsSameAs(item))
            {
                Counts.CountAlreadyThere();
                return;
            }

            if (stored is not null && !overwrite && !item.IsNewerThan(stored))
            {
                Counts.CountKept();
                return;
            }

            if (await target.PutAsync(item, Condition(stored), cancellationToken))
            {
                Counts.CountWritten();
                return;
            }

            stored = (await target.GetAsync([item.Key], cancellationToken)).SingleOrDefault();
        }

        throw new CommandFailedException($"The item {item.Key} changes all the time: stop what writes to the table, and give the command again.", ExitCode.Refused);
    }

    private static TableCondition Condition(RawItem? stored) => stored is null ? TableCondition.NotExists : TableCondition.VersionIs(stored.Version);
}
