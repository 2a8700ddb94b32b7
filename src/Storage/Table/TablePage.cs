namespace Nots.Storage.Table;

/// <summary>Items of a query, and where the next page starts (null at the end).</summary>
public sealed record TablePage(IReadOnlyList<TableItem> Items, TablePosition? Next);
