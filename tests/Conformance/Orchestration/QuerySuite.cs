using Microsoft.DurableTask.Client;

namespace Nots.Conformance.Tests.Orchestration;

public abstract class QuerySuite(IBackendFactory factory) : OrchestrationSuite(factory)
{
    /// <summary>Backends differ in their order, and may give a page that is short.</summary>
    [Fact]
    public async Task Every_instance_comes_once_page_by_page()
    {
        var ends = Define<int, int>("ends", (_, number) => Task.FromResult(number));
        await StartBackendAsync();
        foreach (var number in Enumerable.Range(1, 5))
            await ScheduleAsync(ends, $"{number}", number);
        foreach (var number in Enumerable.Range(1, 5))
            await EndedAsync($"{number}");

        var seen = new List<string>();
        string? continuation = null;
        do
        {
            var page = await FirstPageAsync(new OrchestrationQuery(PageSize: 2, ContinuationToken: continuation));
            Assert.InRange(page.Values.Count, 0, 2);
            seen.AddRange(page.Values.Select(instance => instance.InstanceId));
            continuation = page.ContinuationToken;
            Assert.InRange(seen.Count, 0, 5);
        }
        while (!string.IsNullOrEmpty(continuation));

        Assert.Equal(["1", "2", "3", "4", "5"], seen.Order());
    }

    [Fact]
    public async Task Instances_are_found_by_status_time_and_the_beginning_of_their_id()
    {
        var ends = Define<int, int>("ends", (_, number) => Task.FromResult(number));
        var waits = Define<int, string>("waits", (context, _) => context.WaitForExternalEvent<string>("go"));
        await StartBackendAsync();
        await ScheduleAsync(ends, "a-old", 1);
        await EndedAsync("a-old");
        var between = await BetweenAsync();
        await ScheduleAsync(ends, "a-new", 1);
        await EndedAsync("a-new");
        await ScheduleAsync(waits, "b-waiting", 1);
        await RunningAsync("b-waiting");

        Assert.Equal(["b-waiting"], await IdsAsync(new OrchestrationQuery(Statuses: [OrchestrationRuntimeStatus.Running])));
        Assert.Equal(["a-new", "a-old"], await IdsAsync(new OrchestrationQuery(Statuses: [OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Failed])));
        Assert.Equal(["a-new", "b-waiting"], await IdsAsync(new OrchestrationQuery(CreatedFrom: between)));
        Assert.Equal(["a-old"], await IdsAsync(new OrchestrationQuery(CreatedTo: between)));
        Assert.Equal(["a-new", "a-old"], await IdsAsync(new OrchestrationQuery(InstanceIdPrefix: "a-")));
        Assert.Equal(["a-new"], await IdsAsync(new OrchestrationQuery(CreatedFrom: between, InstanceIdPrefix: "a-")));
    }

    [Fact]
    public async Task What_is_found_has_its_name_and_on_demand_its_input_output_and_status()
    {
        var tells = Define<int, int>("tells", (context, number) =>
        {
            context.SetCustomStatus("done");
            return Task.FromResult(number + 1);
        });
        await StartBackendAsync();
        await ScheduleAsync(tells, "one", 1);
        await EndedAsync("one");

        var whole = Assert.Single((await FirstPageAsync(new OrchestrationQuery(FetchInputsAndOutputs: true))).Values);
        var bare = Assert.Single((await FirstPageAsync(new OrchestrationQuery())).Values);

        Assert.Equal(("tells", "1", "2", "done"), (whole.Name, whole.SerializedInput, whole.SerializedOutput, whole.ReadCustomStatusAs<string>()));
        Assert.Equal(("tells", null, null), (bare.Name, bare.SerializedInput, bare.SerializedOutput));
    }

    [Fact]
    public async Task All_that_ended_before_a_time_is_purged()
    {
        var ends = Define<int, int>("ends", (_, number) => Task.FromResult(number));
        var waits = Define<int, string>("waits", (context, _) => context.WaitForExternalEvent<string>("go"));
        await StartBackendAsync();
        await ScheduleAsync(ends, "old", 1);
        await EndedAsync("old");
        await ScheduleAsync(waits, "waiting", 1);
        await RunningAsync("waiting");
        var between = await BetweenAsync();
        await ScheduleAsync(ends, "new", 1);
        await EndedAsync("new");

        var purged = await Client.PurgeAllInstancesAsync(
            new PurgeInstancesFilter(CreatedTo: between, Statuses: [OrchestrationRuntimeStatus.Completed]), Token);

        Assert.Equal(1, purged.PurgedInstanceCount);
        Assert.Equal(["new", "waiting"], await IdsAsync(new OrchestrationQuery()));
    }

    private async Task<IEnumerable<string>> IdsAsync(OrchestrationQuery query)
    {
        var ids = new List<string>();
        await foreach (var instance in Client.GetAllInstancesAsync(query).WithCancellation(Token))
            ids.Add(instance.InstanceId);
        return ids.Order(StringComparer.Ordinal);
    }

    private async Task<Microsoft.DurableTask.Page<OrchestrationMetadata>> FirstPageAsync(OrchestrationQuery query)
    {
        await foreach (var page in Client.GetAllInstancesAsync(query).AsPages().WithCancellation(Token))
            return page;
        throw new InvalidOperationException("There is no page at all.");
    }
}
