using Microsoft.Extensions.Time.Testing;
using Nots.Storage.Table;

namespace Nots.Conformance.Table;

/// <summary>What each group of the suite starts with: an empty table of the store under test, and its clock.</summary>
public abstract class TableSuite(ITableFactory factory) : IAsyncLifetime
{
    /// <summary>2026-12-10T14:30:00Z.</summary>
    protected const long Now = 1797085800;

    protected FakeTimeProvider Time { get; } = new(DateTimeOffset.FromUnixTimeSeconds(Now));

    protected ITable Table { get; private set; } = null!;

    protected static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => Table = await factory.CreateEmptyAsync(Time);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await factory.DisposeAsync();
    }

    protected async Task ReopenAsync() => Table = await factory.ReopenAsync();

    protected async Task PutAsync(params TableItem[] items)
    {
        foreach (var item in items)
            Assert.True((await Table.WriteAsync(new TableWrite.Put(item, TableCondition.None), Cancelled)).Committed);
    }

    protected Task<TableItem?> GetAsync(TableKey key) => Table.GetAsync(key, Consistency.Strong, Cancelled);

    /// <summary>All items of a query, page by page.</summary>
    protected async Task<List<TableItem>> AllAsync(TableQuery query)
    {
        var items = new List<TableItem>();
        foreach (var page in await PagesAsync(query))
            items.AddRange(page);
        return items;
    }

    protected async Task<List<IReadOnlyList<TableItem>>> PagesAsync(TableQuery query)
    {
        var pages = new List<IReadOnlyList<TableItem>>();
        for (var n = 0; n < 10_000; n++)
        {
            var page = await Table.QueryAsync(query, Cancelled);
            Assert.True(page.Items.Count <= query.Limit);
            pages.Add(page.Items);
            if (page.Next is null)
                return pages;
            query = query with { After = page.Next };
        }

        throw new InvalidOperationException("The pages do not end.");
    }
}
