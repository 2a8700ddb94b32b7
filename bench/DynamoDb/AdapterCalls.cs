using Nots.Storage.Table;

namespace Nots.DynamoDb.Bench;

/// <summary>Through the table's port: items in and out, as the platform has them.</summary>
internal sealed class AdapterCalls(ITable table) : ICalls
{
    public async Task GetAsync(int n)
    {
        if (await table.GetAsync(new TableKey($"BOOKING#{n % Samples.Bookings}", "METADATA"), Consistency.Strong, default) is null)
            throw new InvalidOperationException("The booking is not there.");
    }

    public async Task QueryAsync()
    {
        if ((await table.QueryAsync(new TableQuery(TableIndex.Gsi1, Samples.Pending, Limit: Samples.PageSize), default)).Items.Count != Samples.PageSize)
            throw new InvalidOperationException("The page is not full.");
    }

    public async Task PutAsync(string id) => Check(await table.WriteAsync(new TableWrite.Put(Samples.Booking(id), TableCondition.NotExists), default));

    public async Task TransactAsync(string id) => Check(await table.TransactWriteAsync(
        [
            new TableWrite.Put(Samples.Booking(id), TableCondition.NotExists),
            new TableWrite.Put(Samples.Event(id), TableCondition.NotExists),
            new TableWrite.Put(Samples.Outbox(id), TableCondition.NotExists),
        ],
        default));

    private static void Check(WriteOutcome outcome)
    {
        if (!outcome.Committed)
            throw new InvalidOperationException("It was there already.");
    }
}
