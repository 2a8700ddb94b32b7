using Nots.Storage.Table;

namespace Nots.Storage.Transfer;

/// <param name="Items">The items of the page.</param>
/// <param name="Next">Where the next page goes on; null after the last one.</param>
public sealed record ScanPage(IReadOnlyList<RawItem> Items, TableKey? Next);
