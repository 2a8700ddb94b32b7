using Nots.Durable.Store;
using Nots.Durable.Tests.Support;

namespace Nots.Durable.Tests;

public sealed class CommitFailureTest
{
    [Fact]
    public async Task A_caller_is_told_and_the_change_is_not_made()
    {
        await using var host = new EngineHost();
        var isFull = false;
        host.Options = host.Options with { CommitProbe = stage => ThrowIf(Volatile.Read(ref isFull) && stage == CommitStage.Before) };
        var orchestration = host.Define<string, string>("ends", (_, input) => Task.FromResult(input));
        await host.StartAsync();

        Volatile.Write(ref isFull, true);
        await Assert.ThrowsAsync<IOException>(() => host.Client.StartAsync(orchestration, "one", "a", EngineHost.Token));
        Volatile.Write(ref isFull, false);

        Assert.Null(await host.Client.GetAsync("one", EngineHost.Token));
        Assert.True(await host.Client.StartAsync(orchestration, "one", "a", EngineHost.Token));
        Assert.Equal("\"a\"", (await host.EndedAsync("one")).Output);
    }

    [Fact]
    public async Task A_turn_that_could_not_be_committed_is_taken_again_and_its_activity_is_not()
    {
        await using var host = new EngineHost();
        var isFull = false;
        var failures = 0;
        host.Options = host.Options with
        {
            CommitProbe = stage =>
            {
                if (Volatile.Read(ref isFull) && stage == CommitStage.Before)
                {
                    Interlocked.Increment(ref failures);
                    ThrowIf(true);
                }
            },
        };
        host.World.Work = (input, _) =>
        {
            Volatile.Write(ref isFull, true);
            return Task.FromResult(input + "!");
        };
        var orchestration = host.Define<string, string>("works", (context, input) => context.CallActivityAsync(ScriptedActivity.Name, input));
        await host.StartAsync();
        await host.Client.StartAsync(orchestration, "one", "a", EngineHost.Token);
        await EngineHost.UntilAsync(() => Task.FromResult(Volatile.Read(ref failures) >= 2));

        Volatile.Write(ref isFull, false);
        await EngineHost.UntilAsync(async () =>
        {
            host.Time.Advance(TimeSpan.FromSeconds(1));
            return await host.Client.GetAsync("one", EngineHost.Token) is { Output: "\"a!\"" };
        });

        Assert.Equal(1, host.World.Count("a"));
    }

    private static void ThrowIf(bool isFull)
    {
        if (isFull)
            throw new IOException("The disk is full.");
    }
}
