namespace Nots.Conformance.Tests.Orchestration;

/// <summary>What a backend must do when its process goes and another comes.</summary>
public abstract class RecoverySuite(IBackendFactory factory) : OrchestrationSuite(factory)
{
    [Fact]
    public async Task A_restart_between_two_activities_changes_nothing()
    {
        var twice = Define<string, string>("twice", async (context, _) =>
        {
            var first = await context.CallActivityAsync<string>(Work, "first");
            context.SetCustomStatus("half way");
            await context.WaitForExternalEvent<string>("go");
            return first + await context.CallActivityAsync<string>(Work, "second");
        });
        await StartBackendAsync();
        await ScheduleAsync(twice, "one", "a");
        await SaidAsync("one", "half way");

        await RestartBackendAsync();
        await RaiseAsync("one", "go", "");

        Assert.Equal("first!second!", (await EndedAsync("one")).ReadOutputAs<string>());
        Assert.Equal(["first", "second"], World.Done);
    }

    [Fact]
    public async Task An_event_survives_a_restart_before_it_is_read()
    {
        var late = Define<string, string>("reads late", async (context, _) =>
        {
            await context.WaitForExternalEvent<string>("go");
            return await context.WaitForExternalEvent<string>("paid");
        });
        await StartBackendAsync();
        await ScheduleAsync(late, "one", "a");
        // Azure Storage drops an event that overtakes the start of its instance.
        await RunningAsync("one");
        await RaiseAsync("one", "paid", "card");

        await RestartBackendAsync();
        await RaiseAsync("one", "go", "");

        Assert.Equal("card", (await EndedAsync("one")).ReadOutputAs<string>());
    }

    [Fact]
    public async Task An_instance_that_was_scheduled_just_before_a_kill_runs_after_it()
    {
        var works = Define<string, string>("works", (context, input) => context.CallActivityAsync<string>(Work, input));
        await StartBackendAsync();
        await ScheduleAsync(works, "one", "a");

        await KillAndStartBackendAsync();

        Assert.Equal("a!", (await EndedAsync("one")).ReadOutputAs<string>());
    }
}
