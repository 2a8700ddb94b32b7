using Nots.Storage.Sqlite;
using Nots.Storage.Table;

namespace Nots.Storage.Bench;

/// <summary>The table through its port.</summary>
internal static class TableBench
{
    private const int Writers = 64;

    public static async Task RunAsync(string path, TimeSpan duration)
    {
        await using var table = await SqliteTable.OpenAsync(new SqliteTableOptions(path), TimeProvider.System);
        await table.BatchWriteAsync(
            [.. Enumerable.Range(0, Samples.Bookings).Select(n => new TableWrite.Put(Samples.Booking($"{n}"), TableCondition.None))], default);

        await Load.RunAsync($"table: puts, {Writers} writers", Writers, duration, (worker, n) => PutAsync(table, $"{worker}-{n}"));
        await Load.RunAsync("table: puts, 1 writer", 1, duration, (worker, n) => PutAsync(table, $"one-{n}"));
        await Load.RunAsync($"table: transactions of 3 items, {Writers} writers", Writers, duration, (worker, n) => BookAsync(table, $"{worker}-{n}-t"));
        await Load.RunAsync("table: gets, 1 reader", 1, duration, (_, n) => GetAsync(table, n));
        await Load.RunAsync("table: gets, 16 readers", 16, duration, (worker, n) => GetAsync(table, n + (worker * 613)));
        await Load.RunAsync("table: index queries of 20 items, 1 reader", 1, duration, (_, n) => QueryAsync(table, n));
        await Load.RunAsync("table: index queries of 20 items, 16 readers", 16, duration, (worker, n) => QueryAsync(table, n + (worker * 613)));
    }

    private static async Task PutAsync(SqliteTable table, string id)
    {
        if (!(await table.WriteAsync(new TableWrite.Put(Samples.Booking(id), TableCondition.NotExists), default)).Committed)
            throw new InvalidOperationException($"The booking {id} was there already.");
    }

    private static async Task BookAsync(SqliteTable table, string id)
    {
        TableWrite[] writes =
        [
            new TableWrite.Put(Samples.Booking(id), TableCondition.NotExists),
            new TableWrite.Put(Samples.Event(id), TableCondition.NotExists),
            new TableWrite.Put(Samples.Outbox(id), TableCondition.None),
        ];
        if (!(await table.TransactWriteAsync(writes, default)).Committed)
            throw new InvalidOperationException($"The booking {id} was there already.");
    }

    private static async Task GetAsync(SqliteTable table, int n)
    {
        var key = new TableKey($"BOOKING#{n % Samples.Bookings}", "METADATA");
        if (await table.GetAsync(key, Consistency.Strong, default) is null)
            throw new InvalidOperationException($"{key} is not there.");
    }

    private static async Task QueryAsync(SqliteTable table, int n)
    {
        var query = new TableQuery(TableIndex.Gsi1, "STATUS#pending", SortKeyRange.AtLeast($"PICKUP_TIME#{n % 8000}"), Limit: Samples.PageSize);
        if ((await table.QueryAsync(query, default)).Items.Count != Samples.PageSize)
            throw new InvalidOperationException("The page is not full.");
    }
}
