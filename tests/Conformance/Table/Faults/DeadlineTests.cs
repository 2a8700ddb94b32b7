using Microsoft.Extensions.Time.Testing;
using Nots.Storage.Table;
using static Nots.Conformance.Table.Items;

namespace Nots.Conformance.Table.Faults;

/// <summary>Calls end: by their deadline, or by whoever made them.</summary>
public sealed class DeadlineTests : FaultTest
{
    private static readonly TableItem Thing = Item("P", "1");

    private readonly FakeTimeProvider _clock = new();
    private readonly SemaphoreSlim _arrived = new(0);

    /// <summary>Never answers; gives up when the try does.</summary>
    private Fault Silence => async (_, _, cancellationToken) =>
    {
        _arrived.Release();
        await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        throw new InvalidOperationException("This is not reached.");
    };

    private Storage.DynamoDb.DynamoDbTable Patient => Open(Options with { Deadline = TimeSpan.FromSeconds(10), AttemptTimeout = TimeSpan.FromSeconds(4), Attempts = 100, DeadlineClock = _clock });

    [Fact]
    public async Task A_table_that_does_not_answer_is_unavailable_at_the_deadline()
    {
        Http.Always = Silence;
        var read = Patient.GetAsync(Thing.Key, Consistency.Strong, Cancelled);

        foreach (var seconds in (int[])[4, 4, 2])
        {
            await _arrived.WaitAsync(Cancelled);
            Assert.False(read.IsCompleted);
            _clock.Advance(TimeSpan.FromSeconds(seconds));
        }

        await Assert.ThrowsAsync<TableUnavailableException>(() => read);
        Assert.Equal(3, Http.Exchanges.Count);
    }

    [Fact]
    public async Task A_try_without_an_answer_is_followed_by_another()
    {
        await Sound.WriteAsync(Thing.Put(), Cancelled);
        Http.Next(Silence);
        var read = Patient.GetAsync(Thing.Key, Consistency.Strong, Cancelled);

        await _arrived.WaitAsync(Cancelled);
        _clock.Advance(TimeSpan.FromSeconds(4));

        AssertSame(Thing, await read);
    }

    [Fact]
    public async Task A_write_without_an_answer_may_have_happened()
    {
        Http.Always = Silence;
        var write = Patient.WriteAsync(Thing.Put(), Cancelled);
        foreach (var seconds in (int[])[4, 4, 2])
        {
            await _arrived.WaitAsync(Cancelled);
            _clock.Advance(TimeSpan.FromSeconds(seconds));
        }

        var fault = await Assert.ThrowsAsync<TableUnavailableException>(() => write);
        Assert.Contains("may have happened", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_read_is_cancelled_while_it_waits_for_its_answer()
    {
        Http.Always = Silence;
        using var cancel = new CancellationTokenSource();
        var read = Patient.QueryAsync(new TableQuery(TableIndex.Primary, "P"), cancel.Token);

        await _arrived.WaitAsync(Cancelled);
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => read);
    }

    [Fact]
    public async Task A_write_that_is_cancelled_between_tries_is_withdrawn_when_it_cannot_have_happened()
    {
        using var cancel = new CancellationTokenSource();
        Http.Next(async (exchange, forward, cancellationToken) =>
        {
            await cancel.CancelAsync();
            return await Faults.Throttled(exchange, forward, cancellationToken);
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Table.WriteAsync(Thing.Put(), cancel.Token));

        Assert.Single(Operations);
        Assert.Null(await StoredAsync(Thing));
    }

    [Fact]
    public async Task A_write_that_is_cancelled_after_it_was_sent_tells_its_outcome_all_the_same()
    {
        using var cancel = new CancellationTokenSource();
        Http.Next(
            async (exchange, forward, cancellationToken) =>
            {
                await cancel.CancelAsync();
                return await Faults.LostAnswer(exchange, forward, cancellationToken);
            });

        var outcome = await Table.TransactWriteAsync([Thing.Put(TableCondition.NotExists), Item("P", "2").Put()], cancel.Token);

        Assert.True(outcome.Committed);
        AssertSame(Thing, await StoredAsync(Thing));
    }
}
