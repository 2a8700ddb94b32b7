using Microsoft.Extensions.Logging.Abstractions;
using Nots.Storage.Sqlite;
using Nots.Storage.Table;
using static Nots.Storage.Tests.Sqlite.TempTable;

namespace Nots.Storage.Tests.Sqlite;

public sealed class FullDiskTests : IDisposable
{
    private readonly TempTable _file = new();

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task A_write_that_finds_no_space_changes_nothing_and_the_table_works_on_when_there_is_space_again()
    {
        var connections = new ConnectionFactory(_file.Path);
        var small = connections.OpenWriter();
        TableSchema.Execute(small, "PRAGMA max_page_count = 40");
        var writer = new GroupCommitWriter(
            new WriteSession(small, TimeProvider.System),
            () => new WriteSession(connections.OpenWriter(), TimeProvider.System),
            new SqliteTableOptions(_file.Path),
            NullLogger.Instance);

        var large = Item("P", "large", data: $$"""{"x":"{{new string('x', 300_000)}}"}""");
        Task<WriteOutcome> WriteAsync(params TableItem[] items) => writer.RunAsync(
            items.Length, session => session.Apply([.. items.Select(item => new MeasuredWrite(new TableWrite.Put(item, TableCondition.NotExists), 1))]), Cancelled);
        await Assert.ThrowsAsync<TableUnavailableException>(() => WriteAsync(Item("P", "small"), large));
        var outcome = await WriteAsync(Item("P", "small"), large);
        await writer.DisposeAsync();

        Assert.True(outcome.Committed);
        await using var table = await _file.OpenAsync();
        Assert.Equal(["large", "small"], (await table.QueryAsync(new TableQuery(TableIndex.Primary, "P"), Cancelled)).Items.Select(item => item.Key.SortKey));
    }
}
