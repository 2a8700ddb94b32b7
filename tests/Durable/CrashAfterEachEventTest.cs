using Nots.Durable.Store;
using Nots.Durable.Tests.Support;

namespace Nots.Durable.Tests;

public sealed class CrashAfterEachEventTest
{
    private const string Expected = "\"start! left! right! fails once! paid by card works! SubOrchestrationFailedException ActivityFailedException\"";

    [Theory]
    [InlineData(1000)]
    [InlineData(0)]
    public async Task A_crash_around_any_commit_changes_neither_the_result_nor_the_history(int maxInMemory)
    {
        var (undisturbed, crashed) = await RunAsync(maxInMemory, CommitStage.Before, crashAt: int.MaxValue);
        Assert.False(crashed);
        foreach (var stage in Enum.GetValues<CommitStage>())
        {
            for (var commit = 1; commit == 1 || crashed; commit++)
            {
                (var history, crashed) = await RunAsync(maxInMemory, stage, commit);
                Assert.True(undisturbed.Order().SequenceEqual(history.Order()), $"{stage} commit {commit}: {string.Join(' ', history)}");
            }
        }
    }

    private static async Task<(IReadOnlyList<string> History, bool Crashed)> RunAsync(int maxInMemory, CommitStage stage, int crashAt)
    {
        var commits = 0;
        await using var host = new EngineHost();
        Everything.AddTo(host.Catalogue);
        host.World.Work = (input, _) => Everything.WorkAsync(host.Time, input);
        host.Options = host.Options with
        {
            MaxOrchestratorsInMemory = maxInMemory,
            CommitProbe = reached =>
            {
                if (reached == stage && Interlocked.Increment(ref commits) == crashAt)
                    throw new SimulatedCrashException();
            },
        };
        await host.StartAsync();
        await EngineHost.UntilAsync(() => TryAsync(host, async () =>
        {
            await host.Client.StartAsync(Everything.Name, "one", "start", EngineHost.Token);
            return true;
        }));
        await EngineHost.UntilAsync(
            () => TryAsync(host, () => AdvanceAsync(host)), () => $"{stage} commit {crashAt} of {commits}: {string.Join(' ', host.Engine.ExportHistory("one") ?? [])}");
        await host.CrashAsync();
        Assert.Equal(Expected, (await host.Client.GetAsync("one", EngineHost.Token))!.Output);

        // Whoever is not told that a signal was taken sends it again: that one may be there twice.
        return ([.. (await host.TypesAsync("one")).Where(type => type != "eventRaised")], commits >= crashAt);
    }

    /// <summary>Brings what the orchestration waits for: the minute before its second try, the payment.</summary>
    private static async Task<bool> AdvanceAsync(EngineHost host)
    {
        var types = await host.TypesAsync("one");
        var timers = types.Count(type => type == "timerCreated");
        if (timers == 1 && host.Time.GetUtcNow() == host.Time.Start)
            host.Time.Advance(TimeSpan.FromMinutes(1));
        if (timers == 2 && !types.Contains("eventRaised"))
            await host.Client.RaiseEventAsync("one", "paid", "card", EngineHost.Token);
        return types.Contains("executionCompleted");
    }

    private static async Task<bool> TryAsync(EngineHost host, Func<Task<bool>> action)
    {
        try
        {
            return await action();
        }
        catch (EngineStoppedException)
        {
            await host.CrashAsync();
            return false;
        }
    }
}
