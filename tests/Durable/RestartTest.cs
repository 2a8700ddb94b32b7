using DurableTask.Core;
using DurableTask.Core.Exceptions;
using DurableTask.Core.History;
using Microsoft.DurableTask.Client;
using Nots.Durable.Tests.Support;

namespace Nots.Durable.Tests;

public sealed class RestartTest
{
    [Fact]
    public async Task A_failed_instance_runs_again_with_a_fresh_history()
    {
        await using var host = new BackendHost();
        host.World.Work = input => host.World.Count(input) == 1 ? throw new TimeoutException("busy") : Task.FromResult("done");
        host.Define<string, string>("works", Workflows.WorkAsync);
        await host.StartAsync();
        await host.ScheduleAsync("works", "one", "a");
        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await host.EndedAsync("one")).RuntimeStatus);

        await host.Client.RestartAsync("one", restartWithNewInstanceId: false, BackendHost.Token);

        var ended = await host.UntilAsync("one", OrchestrationRuntimeStatus.Completed);
        Assert.Equal(("\"done\"", null), (ended.SerializedOutput, ended.FailureDetails));
        Assert.Equal(
            [EventType.ExecutionStarted, EventType.TaskScheduled, EventType.TaskCompleted, EventType.ExecutionCompleted], await host.TypesAsync("one"));
        Assert.Equal(1, Database.Count(host, "instances"));
    }

    [Fact]
    public async Task An_id_in_a_status_that_was_named_is_refused_and_left_as_it_is()
    {
        await using var host = new BackendHost();
        host.Define<string, string>("works", Workflows.WorkAsync);
        await host.StartAsync();
        await host.ScheduleAsync("works", "one", "a");
        await host.EndedAsync("one");

        var refusal = await Assert.ThrowsAsync<OrchestrationAlreadyExistsException>(
            () => host.Service.CreateTaskOrchestrationAsync(Start("works", "one", "\"b\""), [OrchestrationStatus.Completed]));

        Assert.Equal("There is an instance 'one' already; it is Completed.", refusal.Message);
        Assert.Equal("\"a!\"", (await host.EndedAsync("one")).SerializedOutput);
        await Assert.ThrowsAsync<ArgumentException>(() => host.Service.CreateTaskOrchestrationAsync(
            new TaskMessage { OrchestrationInstance = new OrchestrationInstance { InstanceId = "x" }, Event = new GenericEvent(-1, "") }));
    }

    [Fact]
    public async Task A_live_instance_is_replaced_when_nothing_forbids_it_and_what_it_was_doing_comes_to_nothing()
    {
        await using var host = new BackendHost();
        var go = new TaskCompletionSource<string>();
        host.World.Work = input => input == "a" ? go.Task : Task.FromResult(input + "!");
        host.Define<string, string>("works", Workflows.WorkAsync);
        await host.StartAsync();
        await host.ScheduleAsync("works", "one", "a");
        await BackendHost.UntilAsync(() => host.World.Count("a") == 1);
        await Assert.ThrowsAsync<OrchestrationAlreadyExistsException>(() => host.Service.CreateTaskOrchestrationAsync(Start("works", "one", "\"b\"")));

        await host.Service.CreateTaskOrchestrationAsync(Start("works", "one", "\"b\""), []);
        Assert.Equal("\"b!\"", (await host.EndedAsync("one")).SerializedOutput);
        go.SetResult("late");
        await host.ScheduleAsync("works", "two", "c");
        await host.EndedAsync("two");

        Assert.Equal("\"b!\"", (await host.EndedAsync("one")).SerializedOutput);
        Assert.Equal(0, Database.Count(host, "messages"));
    }

    private static TaskMessage Start(string name, string instanceId, string input)
    {
        var instance = new OrchestrationInstance { InstanceId = instanceId, ExecutionId = $"{instanceId} {input}" };
        return new TaskMessage { OrchestrationInstance = instance, Event = new ExecutionStartedEvent(-1, input) { Name = name, Version = "", OrchestrationInstance = instance } };
    }
}
