using Nots.Storage.Transfer;

namespace Nots.Cli.Data;

/// <summary>Hands out the items of a source, some parts side by side, as many at a time as one read of a table takes.</summary>
internal static class Batches
{
    private const int Size = 100;

    public static Task ForEachAsync(
        IItemSource source, int parallel, IProgress<long> progress, Func<IReadOnlyList<RawItem>, CancellationToken, Task> handle, CancellationToken cancellationToken) =>
        Parallel.ForEachAsync(
            Enumerable.Range(0, source.Parts),
            new ParallelOptions { MaxDegreeOfParallelism = parallel, CancellationToken = cancellationToken },
            async (part, stop) =>
            {
                await foreach (var batch in source.ReadAsync(part, stop).Chunk(Size).WithCancellation(stop))
                {
                    await handle(batch, stop);
                    progress.Report(batch.Length);
                }
            });
}
