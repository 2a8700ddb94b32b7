using Nots.Durable.Sqlite.Store;
using Nots.Durable.Tests.Support;

namespace Nots.Durable.Tests;

public sealed class CommitFailureTest
{
    [Fact]
    public async Task A_caller_is_told_and_the_change_is_not_made()
    {
        await using var host = new BackendHost();
        var isFull = false;
        host.Options = host.Options with { CommitProbe = stage => ThrowIf(Volatile.Read(ref isFull) && stage == CommitStage.Before) };
        host.Define<string, string>("ends", (_, input) => Task.FromResult(input));
        await host.StartAsync();

        Volatile.Write(ref isFull, true);
        await Assert.ThrowsAsync<IOException>(() => host.ScheduleAsync("ends", "one", "a"));
        Volatile.Write(ref isFull, false);

        Assert.Null(await host.Client.GetInstanceAsync("one", BackendHost.Token));
        await host.ScheduleAsync("ends", "one", "a");
        Assert.Equal("\"a\"", (await host.EndedAsync("one")).SerializedOutput);
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(0)]
    public async Task What_could_not_be_committed_is_done_again_for_as_long_as_it_takes(int maxSessions)
    {
        await using var host = new BackendHost();
        var isFull = false;
        var failures = 0;
        host.Options = host.Options with
        {
            MaxSessions = maxSessions,
            MaxWorkItemAttempts = 100,
            CommitProbe = stage =>
            {
                if (Volatile.Read(ref isFull) && stage == CommitStage.Before)
                {
                    Interlocked.Increment(ref failures);
                    ThrowIf(true);
                }
            },
        };
        host.World.Work = input =>
        {
            Volatile.Write(ref isFull, true);
            return Task.FromResult(input + "!");
        };
        host.Define<string, string>("works", Workflows.WorkAsync);
        await host.StartAsync();
        await host.ScheduleAsync("works", "one", "a");
        await AdvanceUntilAsync(host, () => Volatile.Read(ref failures) >= 15);

        host.World.Work = input => Task.FromResult(input + "!");
        Volatile.Write(ref isFull, false);

        await AdvanceUntilAsync(host, () => host.Client.GetInstanceAsync("one", BackendHost.Token).GetAwaiter().GetResult()!.IsCompleted);
        Assert.Equal("\"a!\"", (await host.EndedAsync("one")).SerializedOutput);
    }

    private static Task AdvanceUntilAsync(BackendHost host, Func<bool> isSo) => BackendHost.UntilAsync(() =>
    {
        host.Time.Advance(TimeSpan.FromSeconds(1));
        return isSo();
    });

    private static void ThrowIf(bool isFull)
    {
        if (isFull)
            throw new IOException("The disk is full.");
    }
}
