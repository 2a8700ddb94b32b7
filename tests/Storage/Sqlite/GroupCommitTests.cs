using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Nots.Storage.Sqlite;
using Nots.Storage.Table;
using static Nots.Storage.Tests.Sqlite.TempTable;

namespace Nots.Storage.Tests.Sqlite;

public sealed class GroupCommitTests : IAsyncLifetime
{
    private readonly TempTable _file = new();
    private readonly FakeTimeProvider _clock = new();
    private readonly TaskCompletionSource _held = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ManualResetEventSlim _gate = new();
    private GroupCommitWriter _writer = null!;
    private ReadSession _reader = null!;
    private int _sessions;

    public ValueTask InitializeAsync()
    {
        var connections = new ConnectionFactory(_file.Path);
        var options = new SqliteTableOptions(_file.Path) { QueueCapacity = 4, DeadlineClock = _clock, Deadline = TimeSpan.FromSeconds(10) };
        _writer = new GroupCommitWriter(Open(), Open, options, NullLogger.Instance);
        _reader = new ReadSession(connections.OpenReader(), TimeProvider.System);
        return ValueTask.CompletedTask;

        WriteSession Open()
        {
            _sessions++;
            return new WriteSession(connections.OpenWriter(), TimeProvider.System);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _gate.Set();
        _reader.Dispose();
        await _writer.DisposeAsync();
        _gate.Dispose();
        _file.Dispose();
    }

    [Fact]
    public async Task A_request_sees_those_before_it_in_the_batch_and_one_bad_does_not_touch_its_mates()
    {
        var first = await HoldAsync();
        var won = WriteAsync(New("P", "1"));
        var lost = WriteAsync(New("P", "2"), New("P", "1"));
        var other = WriteAsync(New("P", "3"));
        Assert.Null(Read("P", "1"));

        _gate.Set();

        await first;
        Assert.True((await won).Committed);
        Assert.Equal(1, Assert.Single((await lost).Failures).Index);
        Assert.True((await other).Committed);
        Assert.Equal(["1", "3"], Sorts());
    }

    [Fact]
    public async Task Nobody_is_told_before_the_commit()
    {
        var first = await HoldAsync();
        var second = WriteAsync(New("P", "1"));

        Assert.False(first.IsCompleted);
        Assert.False(second.IsCompleted);
        _gate.Set();

        await Task.WhenAll(first, second);
        Assert.Equal(["1"], Sorts());
    }

    [Fact]
    public async Task A_batch_that_cannot_be_committed_fails_whole_and_the_next_one_works()
    {
        var first = await HoldAsync();
        var good = WriteAsync(New("P", "1"));
        var broken = _writer.RunAsync<int>(1, _ => throw new InvalidDataException("disk"), Cancelled);
        var good2 = WriteAsync(New("P", "2"));
        _gate.Set();
        await first;

        foreach (var task in (Task[])[good, broken, good2])
            Assert.IsType<InvalidDataException>((await Assert.ThrowsAsync<TableUnavailableException>(() => task)).InnerException);
        Assert.Empty(Sorts());
        Assert.True((await WriteAsync(New("P", "1"))).Committed);
        Assert.Equal(["1"], Sorts());
        Assert.Equal(2, _sessions);
    }

    [Fact]
    public async Task A_write_cancelled_while_it_waits_is_withdrawn()
    {
        using var cancel = new CancellationTokenSource();
        var first = await HoldAsync();
        var withdrawn = _writer.RunAsync(1, session => session.Apply([new MeasuredWrite(New("P", "1"), 100)]), cancel.Token);
        var stays = WriteAsync(New("P", "2"));

        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => withdrawn);
        _gate.Set();

        await Task.WhenAll(first, stays);
        Assert.Equal(["2"], Sorts());
    }

    [Fact]
    public async Task A_write_cancelled_after_it_was_taken_tells_its_outcome()
    {
        using var cancel = new CancellationTokenSource();
        var taken = await HoldAsync(session => session.Apply([new MeasuredWrite(New("P", "1"), 100)]), cancel.Token);

        await cancel.CancelAsync();
        _clock.Advance(TimeSpan.FromHours(1));
        Assert.False(taken.IsCompleted);
        _gate.Set();

        Assert.True((await taken).Committed);
        Assert.Equal(["1"], Sorts());
    }

    [Fact]
    public async Task A_write_whose_turn_does_not_come_in_time_is_withdrawn_as_unavailable()
    {
        var first = await HoldAsync();
        var late = WriteAsync(New("P", "1"));

        _clock.Advance(TimeSpan.FromSeconds(10));
        await Assert.ThrowsAsync<TableUnavailableException>(() => late);
        _gate.Set();

        await first;
        Assert.Empty(Sorts());
    }

    [Fact]
    public async Task A_write_that_finds_the_queue_full_waits_for_room()
    {
        var first = await HoldAsync();
        Task<WriteOutcome>[] writes = [.. Enumerable.Range(0, 7).Select(n => WriteAsync(New("P", $"{n}")))];

        _clock.Advance(TimeSpan.FromSeconds(9));
        Assert.All(writes, write => Assert.False(write.IsCompleted));
        _gate.Set();

        await first;
        Assert.All(await Task.WhenAll(writes), outcome => Assert.True(outcome.Committed));
        Assert.Equal(7, Sorts().Length);
    }

    [Fact]
    public async Task A_write_that_finds_no_room_in_time_is_unavailable_and_never_happens()
    {
        var first = await HoldAsync();
        var queued = Enumerable.Range(0, 4).Select(n => WriteAsync(New("P", $"{n}"))).ToList();
        var outside = WriteAsync(New("P", "outside"));

        _clock.Advance(TimeSpan.FromSeconds(10));
        foreach (var write in queued.Append(outside))
            await Assert.ThrowsAsync<TableUnavailableException>(() => write);
        _gate.Set();

        await first;
        Assert.True((await WriteAsync(New("P", "after"))).Committed);
        Assert.Equal(["after"], Sorts());
    }

    [Fact]
    public async Task Closing_finishes_the_writes_that_wait_and_refuses_new_ones()
    {
        var first = await HoldAsync();
        var waits = WriteAsync(New("P", "1"));
        var closing = _writer.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => WriteAsync(New("P", "2")));

        _gate.Set();
        await closing;

        await first;
        Assert.True((await waits).Committed);
        Assert.Equal(["1"], Sorts());
    }

    /// <summary>Keeps the writer busy until the gate opens; what is asked for meanwhile makes the next batch.</summary>
    private Task<Task<int>> HoldAsync() => HoldAsync(_ => 0, Cancelled);

    private async Task<Task<T>> HoldAsync<T>(Func<WriteSession, T> then, CancellationToken cancellationToken)
    {
        var work = _writer.RunAsync(
            1,
            session =>
            {
                _held.SetResult();
                _gate.Wait(TimeSpan.FromSeconds(30));
                return then(session);
            },
            cancellationToken);
        await _held.Task;
        return work;
    }

    private Task<WriteOutcome> WriteAsync(params TableWrite[] writes) =>
        _writer.RunAsync(writes.Length, session => session.Apply([.. writes.Select(write => new MeasuredWrite(write, 100))]), Cancelled);

    private TableItem? Read(string partition, string sort) => _reader.Get(new TableKey(partition, sort));

    private string[] Sorts() => [.. _reader.Query(new TableQuery(TableIndex.Primary, "P")).Items.Select(item => item.Key.SortKey)];
}
