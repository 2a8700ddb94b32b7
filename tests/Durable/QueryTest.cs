using DurableTask.Core;
using Microsoft.DurableTask.Client;
using Nots.Durable.Tests.Support;
using CoreQuery = DurableTask.Core.Query.OrchestrationQuery;

namespace Nots.Durable.Tests;

public sealed class QueryTest
{
    [Fact]
    public async Task Instances_are_found_by_status_time_and_prefix_newest_first()
    {
        await using var host = await HostAsync();
        var noon = new DateTime(2031, 3, 1, 12, 0, 0, DateTimeKind.Utc);

        Assert.Equal(["b-2", "b-1", "a-2", "a-1"], await FindAsync(host, new CoreQuery()));
        Assert.Equal(["b-1", "a-1"], await FindAsync(host, new CoreQuery { RuntimeStatus = [OrchestrationStatus.Completed] }));
        Assert.Equal(["b-2", "b-1", "a-1"], await FindAsync(host, new CoreQuery { RuntimeStatus = [OrchestrationStatus.Completed, OrchestrationStatus.Failed] }));
        Assert.Equal(["a-2", "a-1"], await FindAsync(host, new CoreQuery { InstanceIdPrefix = "a-" }));
        Assert.Equal(["b-2", "b-1"], await FindAsync(host, new CoreQuery { CreatedTimeFrom = noon }));
        Assert.Equal(["b-1", "a-2", "a-1"], await FindAsync(host, new CoreQuery { CreatedTimeTo = noon }));
        Assert.Empty(await FindAsync(host, new CoreQuery { InstanceIdPrefix = "%" }));
    }

    [Fact]
    public async Task Inputs_and_outputs_are_told_only_when_asked_for()
    {
        await using var host = await HostAsync();

        var full = (await host.Service.GetOrchestrationWithQueryAsync(new CoreQuery { InstanceIdPrefix = "a-1" }, BackendHost.Token)).OrchestrationState.Single();
        var bare = (await host.Service.GetOrchestrationWithQueryAsync(
            new CoreQuery { InstanceIdPrefix = "a-1", FetchInputsAndOutputs = false }, BackendHost.Token)).OrchestrationState.Single();

        Assert.Equal(("\"a-1\"", "\"a-1!\""), (full.Input, full.Output));
        Assert.Equal(((string?)null, (string?)null, "works"), (bare.Input, bare.Output, bare.Name));
    }

    [Fact]
    public async Task A_token_of_another_backend_is_refused()
    {
        await using var host = await HostAsync();

        await Assert.ThrowsAsync<ArgumentException>(() =>
            host.Service.GetOrchestrationWithQueryAsync(new CoreQuery { ContinuationToken = "somewhere" }, BackendHost.Token));
    }

    /// <summary>"a-2" runs on, "b-2" has failed, the others have completed; one is created each hour from ten.</summary>
    private static async Task<BackendHost> HostAsync()
    {
        var host = new BackendHost();
        host.World.Work = input => input switch
        {
            "a-2" => new TaskCompletionSource<string>().Task,
            "b-2" => throw new InvalidOperationException("no"),
            _ => Task.FromResult(input + "!"),
        };
        host.Define<string, string>("works", Workflows.WorkAsync);
        await host.StartAsync();
        foreach (var id in (string[])["a-1", "a-2", "b-1", "b-2"])
        {
            host.Time.Advance(TimeSpan.FromHours(1));
            await host.ScheduleAsync("works", id, id);
            await host.UntilAsync(id, instance => id == "a-2" ? instance.RuntimeStatus == OrchestrationRuntimeStatus.Running : instance.IsCompleted);
        }

        return host;
    }

    private static async Task<IEnumerable<string>> FindAsync(BackendHost host, CoreQuery query) =>
        (await host.Service.GetOrchestrationWithQueryAsync(query, BackendHost.Token)).OrchestrationState.Select(state => state.OrchestrationInstance.InstanceId);
}
