using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Nots.Conformance.Tests.Orchestration;

public abstract class SubOrchestrationSuite(IBackendFactory factory) : OrchestrationSuite(factory)
{
    private static readonly SubOrchestrationOptions TheChild = new(instanceId: "the child");

    [Fact]
    public async Task A_child_gives_its_result_to_its_parent()
    {
        var child = Define<string, string>("child", async (context, input) => await context.CallActivityAsync<string>(Work, input) + context.Parent?.InstanceId);
        var parent = Define<string, string>("parent", async (context, input) =>
            await context.CallSubOrchestratorAsync<string>(child, input, TheChild) + "?");
        await StartBackendAsync();

        await ScheduleAsync(parent, "one", "a");

        Assert.Equal("a!one?", (await EndedAsync("one")).ReadOutputAs<string>());
        var ended = await EndedAsync("the child");
        Assert.Equal(("child", "\"a!one\""), (ended.Name, ended.SerializedOutput));
    }

    [Fact]
    public async Task A_childs_failure_reaches_its_parent()
    {
        var child = Define<string, string>("child", (_, _) => throw new InvalidOperationException("lost"));
        var parent = Define<string, string>("parent", CatchAsync);
        await StartBackendAsync();

        await ScheduleAsync(parent, "one", "a");

        Assert.Equal($"{child.Name}: lost", (await EndedAsync("one")).ReadOutputAs<string>());
    }

    [Fact]
    public async Task A_childs_termination_reaches_its_parent()
    {
        Define<string, string>("child", (context, _) => context.WaitForExternalEvent<string>("never"));
        var parent = Define<string, string>("parent", CatchAsync);
        await StartBackendAsync();
        await ScheduleAsync(parent, "one", "a");
        await RunningAsync("the child");

        await Client.TerminateInstanceAsync("the child", "enough", Token);

        Assert.StartsWith("child:", (await EndedAsync("one")).ReadOutputAs<string>(), StringComparison.Ordinal);
        Assert.Equal(OrchestrationRuntimeStatus.Terminated, (await EndedAsync("the child")).RuntimeStatus);
    }

    [Fact]
    public async Task Children_without_an_id_get_one_each()
    {
        var child = Define<int, string>("child", (context, _) => Task.FromResult(context.InstanceId));
        var parent = Define<string, string[]>("parent", (context, _) => Task.WhenAll(
            context.CallSubOrchestratorAsync<string>(child, 1), context.CallSubOrchestratorAsync<string>(child, 2)));
        await StartBackendAsync();

        await ScheduleAsync(parent, "one", "a");

        Assert.Equal(2, (await EndedAsync("one")).ReadOutputAs<string[]>()!.Distinct().Count());
    }

    [Fact]
    public async Task A_parent_waits_through_a_restart()
    {
        var child = Define<string, string>("child", (context, _) => context.WaitForExternalEvent<string>("go"));
        var parent = Define<string, string>("parent", (context, input) => context.CallSubOrchestratorAsync<string>(child, input, TheChild));
        await StartBackendAsync();
        await ScheduleAsync(parent, "one", "a");
        await RunningAsync("the child");

        await RestartBackendAsync();
        await RaiseAsync("the child", "go", "gone");

        Assert.Equal("gone", (await EndedAsync("one")).ReadOutputAs<string>());
    }

    [Fact]
    public async Task A_child_that_continues_as_new_still_answers_its_parent()
    {
        var child = Define<int, int>("child", (context, number) =>
        {
            if (number < 3)
                context.ContinueAsNew(number + 1);
            return Task.FromResult(number);
        });
        var parent = Define<int, int>("parent", (context, input) => context.CallSubOrchestratorAsync<int>(child, input, TheChild));
        await StartBackendAsync();

        await ScheduleAsync(parent, "one", 1);

        Assert.Equal(3, (await EndedAsync("one")).ReadOutputAs<int>());
    }

    private static async Task<string> CatchAsync(TaskOrchestrationContext context, string input)
    {
        try
        {
            return await context.CallSubOrchestratorAsync<string>("child", input, TheChild);
        }
        catch (TaskFailedException failed)
        {
            return $"{failed.TaskName}: {failed.FailureDetails.ErrorMessage}";
        }
    }
}
