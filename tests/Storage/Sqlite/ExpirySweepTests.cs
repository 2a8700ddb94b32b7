using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;
using Nots.Storage.Table;
using static Nots.Storage.Tests.Sqlite.TempTable;

namespace Nots.Storage.Tests.Sqlite;

public sealed class ExpirySweepTests : IDisposable
{
    private readonly TempTable _file = new();
    private readonly FakeTimeProvider _time = new(DateTimeOffset.FromUnixTimeSeconds(1_000_000));

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task Items_that_expired_a_while_ago_are_deleted_and_no_others()
    {
        await using var table = await _file.OpenAsync(_time);
        await table.BatchWriteAsync(
            [.. Enumerable.Range(0, 450).Select(n => new TableWrite.Put(Item("P", $"{n:D3}") with { TimeToLive = 1_000_060 }, TableCondition.None))], Cancelled);
        await table.WriteAsync(new TableWrite.Put(Item("Q", "later") with { TimeToLive = 1_003_000 }, TableCondition.None), Cancelled);
        await table.WriteAsync(New("Q", "stays"), Cancelled);

        _time.Advance(TimeSpan.FromMinutes(50));
        Assert.Equal(452, Rows());
        _time.Advance(TimeSpan.FromMinutes(15));

        await UntilAsync(() => Rows() == 2);
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        using var bound = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        bound.CancelAfter(TimeSpan.FromSeconds(20));
        while (!condition())
        {
            bound.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    private long Rows()
    {
        using var connection = new SqliteConnection($"Data Source={_file.Path};Pooling=False;Mode=ReadOnly");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM items";
        return (long)command.ExecuteScalar()!;
    }
}
