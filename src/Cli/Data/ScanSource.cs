using System.Runtime.CompilerServices;
using Nots.Storage.Table;
using Nots.Storage.Transfer;

namespace Nots.Cli.Data;

/// <summary>The items of a table, read afresh each time.</summary>
internal sealed class ScanSource(ITableScan scan, ScanPlan plan) : IItemSource
{
    public int Parts => plan.Segments.Count;

    public async IAsyncEnumerable<RawItem> ReadAsync(int part, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        TableKey? after = null;
        do
        {
            var page = await scan.ScanAsync(plan.Segments[part], after, cancellationToken);
            foreach (var item in page.Items)
                yield return item;
            after = page.Next;
        }
        while (after is not null);
    }
}
