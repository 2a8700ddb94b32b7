using Nots.Application.Orchestration;

namespace Nots.Conformance.Tests.Orchestration;

/// <summary>
/// What stands behind an engine's worker must do: take back the work of a worker that stopped, keep the activities of two
/// executions apart, tell histories. Hosts that are made for tests alone do not.
/// </summary>
public abstract class HostSuite(IOrchestrationEngineFactory factory) : OrchestrationSuite(factory)
{
    [Fact]
    public async Task A_restart_between_two_activities_changes_nothing()
    {
        var go = new TaskCompletionSource();
        World.Work = async (input, token) =>
        {
            if (input == "second")
                await go.Task.WaitAsync(token);
            return input + "!";
        };
        var orchestration = Define<string, string>("restarted", async (context, _) =>
            await context.CallActivityAsync(ScriptedActivity.Name, "first") + await context.CallActivityAsync(ScriptedActivity.Name, "second"));
        await StartEngineAsync();
        await Client.StartAsync(orchestration, "one", "a", Token);
        await UntilAsync(() => Task.FromResult(World.Count("second") == 1));

        var restarted = RestartEngineAsync();
        await restarted;
        go.SetResult();

        Assert.Equal("\"first!second!\"", (await EndedAsync("one")).Output);
        Assert.Equal(1, World.Count("first"));
    }

    [Fact]
    public async Task An_event_survives_a_restart_before_it_is_read()
    {
        var orchestration = Define<string, string>("reads late", async (context, _) =>
        {
            await context.WaitForExternalEventAsync<Nothing>("go");
            return await context.WaitForExternalEventAsync<string>("paid");
        });
        await StartEngineAsync();
        await Client.StartAsync(orchestration, "one", "a", Token);
        await Client.RaiseEventAsync("one", "paid", "card", Token);

        await RestartEngineAsync();
        await Client.RaiseEventAsync("one", "go", Nothing.Value, Token);

        Assert.Equal("\"card\"", (await EndedAsync("one")).Output);
    }

    [Fact]
    public async Task The_outcome_of_an_old_execution_does_not_reach_the_new_one()
    {
        var slow = new TaskCompletionSource();
        World.Work = async (input, token) =>
        {
            if (input == "old")
                await slow.Task.WaitAsync(token);
            return input + "!";
        };
        var orchestration = Define<bool, string>("renews", async (context, isNew) =>
        {
            if (isNew)
                return await context.CallActivityAsync(ScriptedActivity.Name, "new") + await context.WaitForExternalEventAsync<string>("end");
            _ = context.CallActivityAsync(ScriptedActivity.Name, "old");
            context.ContinueAsNew(true);
            return "";
        });
        await StartEngineAsync();
        await Client.StartAsync(orchestration, "one", false, Token);
        await UntilAsync(() => Task.FromResult(World.Count("new") == 1));

        slow.SetResult();
        await Client.RaiseEventAsync("one", "end", "?", Token);

        Assert.Equal("\"new!?\"", (await EndedAsync("one")).Output);
    }

    [Fact]
    public async Task The_history_tells_what_happened()
    {
        var orchestration = Define<string, string>("works", (context, input) => context.CallActivityAsync(ScriptedActivity.Name, input));
        await StartEngineAsync();
        await Client.StartAsync(orchestration, "one", "a", Token);
        await EndedAsync("one");

        var history = (await Client.GetHistoryAsync("one", Token))!;

        Assert.Equal(Enumerable.Range(0, history.Count), history.Select(entry => entry.Sequence));
        Assert.Contains(history, entry => entry is { Type: "activityScheduled", Name: "work", Payload: "\"a\"" });
        Assert.Contains(history, entry => entry is { Type: "activityCompleted", Name: "work", Payload: "\"a!\"" });
    }
}
