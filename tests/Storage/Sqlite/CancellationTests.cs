using Nots.Storage.Table;
using static Nots.Storage.Tests.Sqlite.TempTable;

namespace Nots.Storage.Tests.Sqlite;

public sealed class CancellationTests : IDisposable
{
    private readonly TempTable _file = new();

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task However_a_cancellation_races_with_the_writer_the_caller_is_told_what_happened()
    {
        await using var table = await _file.OpenAsync();
        var random = new Random(7);
        var delays = Enumerable.Range(0, 2000).Select(_ => random.Next(0, 400)).ToArray();

        var done = await Task.WhenAll(delays.Select((spins, n) => Task.Run(async () =>
        {
            using var cancel = new CancellationTokenSource();
            var write = table.WriteAsync(New("P", $"{n:D4}"), cancel.Token);
            Thread.SpinWait(spins * 20);
            await cancel.CancelAsync();
            try
            {
                return (await write).Committed;
            }
            catch (OperationCanceledException)
            {
                return false;
            }
        })));

        // Whatever was still queued is withdrawn: one more write comes after all of them.
        Assert.True((await table.WriteAsync(New("Q", "1"), Cancelled)).Committed);
        for (var n = 0; n < done.Length; n++)
            Assert.Equal(done[n], await table.GetAsync(new TableKey("P", $"{n:D4}"), Consistency.Strong, Cancelled) is not null);
        Assert.Contains(true, done);
    }
}
