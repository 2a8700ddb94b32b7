using Microsoft.DurableTask.Client;
using Nots.Durable.Tests.Support;

namespace Nots.Durable.Tests;

public sealed class PurgeTest
{
    private static readonly string[] Tables = ["instances", "history", "messages", "activities"];

    [Fact]
    public async Task Nothing_of_a_purged_instance_is_left()
    {
        await using var host = new BackendHost();
        host.Define<string, string>("race", Workflows.RaceAsync);
        await host.StartAsync();
        await host.ScheduleAsync("race", "one", "a");
        await host.Client.RaiseEventAsync("one", "other", "unread", BackendHost.Token);
        await host.Client.RaiseEventAsync("one", "paid", "card", BackendHost.Token);
        await host.EndedAsync("one");

        Assert.Equal(1, (await host.Client.PurgeInstanceAsync("one", cancellation: BackendHost.Token)).PurgedInstanceCount);

        Assert.All(Tables, table => Assert.Equal(0, Database.Count(host, table)));
        Assert.Null(await host.Client.GetInstanceAsync("one", BackendHost.Token));
    }

    [Fact]
    public async Task What_is_live_stays()
    {
        await using var host = new BackendHost();
        host.Define<string, string>("waits", Workflows.WaitAsync);
        await host.StartAsync();
        await host.ScheduleAsync("waits", "one", "a");
        await host.UntilAsync("one", OrchestrationRuntimeStatus.Running);

        Assert.Equal(0, (await host.Service.PurgeInstanceStateAsync("one")).DeletedInstanceCount);
        Assert.Equal(0, (await host.Client.PurgeAllInstancesAsync(new PurgeInstancesFilter(), cancellation: BackendHost.Token)).PurgedInstanceCount);

        await host.Client.RaiseEventAsync("one", "go", "on", BackendHost.Token);
        Assert.Equal("\"on\"", (await host.EndedAsync("one")).SerializedOutput);
    }

    [Fact]
    public async Task By_status_and_time_of_creation_just_those_go()
    {
        await using var host = new BackendHost();
        host.World.Work = input => input == "fail" ? throw new InvalidOperationException("no") : Task.FromResult(input);
        host.Define<string, string>("works", Workflows.WorkAsync);
        await host.StartAsync();
        foreach (var (id, input) in ((string, string)[])[("old", "a"), ("old failed", "fail"), ("new", "a")])
        {
            host.Time.Advance(TimeSpan.FromHours(1));
            await host.ScheduleAsync("works", id, input);
            await host.EndedAsync(id);
        }

        var purged = await host.Client.PurgeAllInstancesAsync(
            new PurgeInstancesFilter(null, host.Time.GetUtcNow().AddMinutes(-1), [OrchestrationRuntimeStatus.Completed]), cancellation: BackendHost.Token);

        Assert.Equal((1, true), (purged.PurgedInstanceCount, purged.IsComplete));
        Assert.Equal(["new", "old failed"], await host.Client.GetAllInstancesAsync().Select(instance => instance.InstanceId).ToListAsync(BackendHost.Token));
        await host.Service.PurgeOrchestrationHistoryAsync(
            host.Time.GetUtcNow().AddMinutes(-1).UtcDateTime, DurableTask.Core.OrchestrationStateTimeRangeFilterType.OrchestrationCompletedTimeFilter);
        Assert.Equal(["new"], await host.Client.GetAllInstancesAsync().Select(instance => instance.InstanceId).ToListAsync(BackendHost.Token));
    }
}
