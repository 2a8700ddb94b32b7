using Nots.Storage.DynamoDb;
using Nots.Storage.Sqlite;
using Nots.Storage.Table;
using static Nots.Storage.Tests.Sqlite.TempTable;

namespace Nots.Storage.Tests.Sqlite;

public sealed class TableScanTests : IDisposable
{
    private readonly TempTable _file = new();

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task A_table_that_another_has_open_is_read_and_its_writes_go_on()
    {
        await using var table = await _file.OpenAsync();
        await table.WriteAsync(New("P", "1"), Cancelled);
        await using var scan = await SqliteTableScan.OpenAsync(_file.Path, 4, Cancelled);
        Assert.Single(await AllAsync(scan, 4));

        await table.WriteAsync(New("P", "2"), Cancelled);

        Assert.Equal(2, (await AllAsync(scan, 4)).Count);
    }

    [Fact]
    public async Task A_table_that_nobody_has_open_is_read()
    {
        await using (var table = await _file.OpenAsync())
            await table.WriteAsync(New("P", "1"), Cancelled);
        await using var scan = await SqliteTableScan.OpenAsync(_file.Path, 1, Cancelled);

        Assert.Single(await AllAsync(scan, 1));
    }

    [Fact]
    public async Task A_missing_file_is_refused_and_not_made()
    {
        await Assert.ThrowsAsync<SqliteTableFileException>(() => SqliteTableScan.OpenAsync(_file.Path, 1, Cancelled));

        Assert.False(File.Exists(_file.Path));
    }

    [Fact]
    public async Task A_file_that_is_no_table_is_refused()
    {
        await File.WriteAllTextAsync(_file.Path, new string('x', 5000), Cancelled);

        var refused = await Assert.ThrowsAsync<SqliteTableFileException>(() => SqliteTableScan.OpenAsync(_file.Path, 1, Cancelled));

        Assert.Contains("cannot be opened as a table", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_in_use_is_not_filled()
    {
        await using var table = await _file.OpenAsync();

        await Assert.ThrowsAsync<SqliteTableFileException>(() => SqliteTableLoad.OpenAsync(_file.Path, TimeProvider.System, Cancelled));
    }

    [Fact]
    public void An_item_with_what_only_DynamoDB_holds_does_not_fit()
    {
        Assert.NotNull(SqliteTableLoad.WhyNot(Transfer.RawItems.OfEveryKind()));
        Assert.Null(SqliteTableLoad.WhyNot(AttributeCodec.ToRawItem(Item("P", "1", data: """{"n":1.50,"t":"船"}"""))));
    }

    private static async Task<List<TableKey>> AllAsync(SqliteTableScan scan, int segments)
    {
        var keys = new List<TableKey>();
        foreach (var segment in (await scan.PlanAsync(segments, Cancelled)).Segments)
        {
            TableKey? after = null;
            do
            {
                var page = await scan.ScanAsync(segment, after, Cancelled);
                keys.AddRange(page.Items.Select(item => item.Key));
                after = page.Next;
            }
            while (after is not null);
        }

        return keys;
    }
}
