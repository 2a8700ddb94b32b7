using Nots.Application.Orchestration;

namespace Nots.Conformance.Tests.Orchestration;

public abstract class DeterminismSuite(IOrchestrationEngineFactory factory) : OrchestrationSuite(factory)
{
    private sealed record Seen(Guid First, Guid Second, DateTimeOffset At, bool WasReplaying);

    [Fact]
    public async Task Clock_and_guids_are_the_same_on_replay()
    {
        var first = new List<Seen>();
        var orchestration = Define<string, string>("looks", async (context, _) =>
        {
            var seen = new Seen(context.NewGuid(), context.NewGuid(), context.CurrentUtc, context.IsReplaying);
            lock (first)
                first.Add(seen);
            await context.WaitForExternalEventAsync<string>("go");
            return "";
        });
        await StartEngineAsync();
        await Client.StartAsync(orchestration, "one", "a", Token);
        await UntilAsync("one", instance => instance.Status == OrchestrationStatus.Running);
        Time.Advance(TimeSpan.FromHours(1));

        await RestartEngineAsync();
        await Client.RaiseEventAsync("one", "go", "", Token);
        await EndedAsync("one");

        Assert.Equal([false, true], first.Select(seen => seen.WasReplaying));
        Assert.Equal(first[0], first[1] with { WasReplaying = false });
        Assert.NotEqual(first[0].First, first[0].Second);
    }

    [Fact]
    public async Task Two_instances_have_different_guids()
    {
        var orchestration = Define<string, Guid>("looks", (context, _) => Task.FromResult(context.NewGuid()));
        await StartEngineAsync();

        await Client.StartAsync(orchestration, "one", "a", Token);
        await Client.StartAsync(orchestration, "two", "a", Token);

        Assert.NotEqual((await EndedAsync("one")).Output, (await EndedAsync("two")).Output);
    }

    [Fact]
    public async Task The_custom_status_is_seen_while_the_instance_waits()
    {
        var orchestration = Define<string, string>("tells", async (context, _) =>
        {
            context.SetCustomStatus("driver assignment");
            return await context.WaitForExternalEventAsync<string>("go");
        });
        await StartEngineAsync();
        await Client.StartAsync(orchestration, "one", "a", Token);

        await StatusAsync("one", "driver assignment");
        await RestartEngineAsync();

        Assert.Equal("\"driver assignment\"", (await Client.GetAsync("one", Token))!.CustomStatus);
    }
}
