using DurableTask.Core.History;
using Nots.Durable.Sqlite;
using Nots.Durable.Sqlite.Store;
using Nots.Durable.Tests.Support;

namespace Nots.Durable.Tests;

public sealed class CrashAfterEachEventTest
{
    private const string Expected = "\"start! left! right! fails once! paid by card works! child failed work failed\"";

    [Theory]
    [InlineData(1000)]
    [InlineData(0)]
    public async Task A_crash_around_any_commit_changes_neither_the_result_nor_the_history(int maxSessions)
    {
        var (undisturbed, crashed) = await RunAsync(maxSessions, CommitStage.Before, crashAt: int.MaxValue);
        Assert.False(crashed);
        foreach (var stage in Enum.GetValues<CommitStage>())
        {
            for (var commit = 1; commit == 1 || crashed; commit++)
            {
                (var history, crashed) = await RunAsync(maxSessions, stage, commit);
                Assert.True(undisturbed.Order().SequenceEqual(history.Order()), $"{stage} commit {commit}: {string.Join(' ', history)}");
            }
        }
    }

    private static async Task<(IReadOnlyList<EventType> History, bool Crashed)> RunAsync(int maxSessions, CommitStage stage, int crashAt)
    {
        var commits = 0;
        await using var host = new BackendHost();
        Everything.AddTo(host);
        host.World.Work = input => Everything.WorkAsync(host.Time, input);
        host.Options = host.Options with
        {
            MaxSessions = maxSessions,
            CommitProbe = reached =>
            {
                if (reached == stage && Interlocked.Increment(ref commits) == crashAt)
                    throw new SimulatedCrashException();
            },
        };
        await host.StartAsync();
        await BackendHost.UntilAsync(() => TryAsync(host, async () =>
        {
            if (await host.Client.GetInstanceAsync("one", BackendHost.Token) is null)
                await host.ScheduleAsync(Everything.Name, "one", "start");
            return true;
        }));
        await BackendHost.UntilAsync(() => TryAsync(host, () => AdvanceAsync(host)), () => $"{stage} commit {crashAt} of {commits}");
        await host.CrashAsync();
        Assert.Equal(Expected, (await host.EndedAsync("one")).SerializedOutput);

        // Whoever is not told that an event was taken sends it again: that one may be there twice.
        return ([.. (await host.TypesAsync("one")).Where(type => type != EventType.EventRaised)], Volatile.Read(ref commits) >= crashAt);
    }

    /// <summary>Brings what the orchestration waits for: the minute before its second try, the payment.</summary>
    private static async Task<bool> AdvanceAsync(BackendHost host)
    {
        var types = await host.TypesAsync("one");
        var timers = types.Count(type => type == EventType.TimerCreated);
        if (timers == 1 && host.Time.GetUtcNow() == host.Time.Start)
            host.Time.Advance(TimeSpan.FromMinutes(1));
        if (timers == 2 && !types.Contains(EventType.EventRaised))
            await host.Client.RaiseEventAsync("one", "paid", "card", BackendHost.Token);
        return types.Contains(EventType.ExecutionCompleted);
    }

    private static async Task<bool> TryAsync(BackendHost host, Func<Task<bool>> action)
    {
        try
        {
            return await action();
        }
        catch (BackendStoppedException)
        {
            await host.CrashAsync();
            return false;
        }
    }
}
