namespace Nots.Storage.Table;

/// <summary>Items of a query, and where the next page starts (null at the end; the next page may turn out empty).</summary>
public sealed record TablePage(IReadOnlyList<TableItem> Items, TablePosition? Next)
{
    /// <summary>The items of a page have at most 1 MB together.</summary>
    public const int MaxBytes = 1024 * 1024;
}
