using Microsoft.DurableTask.Client;

namespace Nots.Conformance.Tests.Orchestration;

public abstract class ExternalEventSuite(IBackendFactory factory) : OrchestrationSuite(factory)
{
    [Fact]
    public async Task An_event_wakes_who_waits_for_it_whatever_the_case_of_its_name()
    {
        var waits = Define<string, string>("waits", async (context, _) =>
        {
            context.SetCustomStatus("waiting");
            return await context.WaitForExternalEvent<string>("paid");
        });
        await StartBackendAsync();
        await ScheduleAsync(waits, "one", "a");
        await SaidAsync("one", "waiting");

        await RaiseAsync("one", "PAID", "in full");

        Assert.Equal("in full", (await EndedAsync("one")).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Events_raised_before_anybody_waits_are_read_in_order_by_name()
    {
        var late = Define<string, string[]>("late reader", async (context, _) =>
        {
            await context.WaitForExternalEvent<string>("go");
            return
            [
                await context.WaitForExternalEvent<string>("letter"),
                await context.WaitForExternalEvent<string>("number"),
                await context.WaitForExternalEvent<string>("letter"),
            ];
        });
        await StartBackendAsync();
        await ScheduleAsync(late, "one", "a");

        await RaiseAsync("one", "letter", "a");
        await RaiseAsync("one", "Letter", "b");
        await RaiseAsync("one", "number", "1");
        await RaiseAsync("one", "go", "");

        Assert.Equal(["a", "1", "b"], (await EndedAsync("one")).ReadOutputAs<string[]>()!);
    }

    [Fact]
    public async Task A_burst_of_events_is_read_whole()
    {
        var counts = Define<int, int>("counts", async (context, count) =>
        {
            var sum = 0;
            for (var read = 0; read < count; read++)
                sum += await context.WaitForExternalEvent<int>("number");
            return sum;
        });
        await StartBackendAsync();
        await ScheduleAsync(counts, "one", 50);

        await Parallel.ForEachAsync(Enumerable.Range(1, 50), Token, async (number, _) => await RaiseAsync("one", "number", number));

        Assert.Equal(50 * 51 / 2, (await EndedAsync("one")).ReadOutputAs<int>());
    }

    [Fact]
    public async Task An_event_without_a_payload_arrives()
    {
        var waits = Define<string, bool>("waits", async (context, _) => await context.WaitForExternalEvent<string?>("go") is null);
        await StartBackendAsync();
        await ScheduleAsync(waits, "one", "a");

        await RaiseAsync("one", "go");

        Assert.True((await EndedAsync("one")).ReadOutputAs<bool>());
    }

    [Fact]
    public async Task One_instance_raises_an_event_of_another()
    {
        var waits = Define<string, string>("waits", (context, _) => context.WaitForExternalEvent<string>("hello"));
        var sends = Define<string, string>("sends", (context, other) =>
        {
            context.SendEvent(other, "hello", "from afar");
            return Task.FromResult("");
        });
        await StartBackendAsync();
        await ScheduleAsync(waits, "one", "a");
        await RunningAsync("one");

        await ScheduleAsync(sends, "two", "one");

        Assert.Equal("from afar", (await EndedAsync("one")).ReadOutputAs<string>());
    }

    [Fact]
    public async Task An_event_for_an_instance_that_is_not_there_makes_none()
    {
        var waits = Define<string, string>("waits", (context, _) => context.WaitForExternalEvent<string>("go"));
        await StartBackendAsync();

        await RaiseAsync("nobody", "go", "gone");
        // Whoever comes later is served: the backend is none the worse.
        await ScheduleAsync(waits, "one", "a");
        await RaiseAsync("one", "go", "gone");
        await EndedAsync("one");

        Assert.Null(await GetAsync("nobody"));
    }

    [Fact]
    public async Task An_event_for_an_instance_that_has_ended_changes_nothing()
    {
        var ends = Define<string, string>("ends", (_, input) => Task.FromResult(input));
        var waits = Define<string, string>("waits", (context, _) => context.WaitForExternalEvent<string>("go"));
        await StartBackendAsync();
        await ScheduleAsync(ends, "one", "a");
        await EndedAsync("one");

        await RaiseAsync("one", "go", "gone");
        await ScheduleAsync(waits, "two", "a");
        await RaiseAsync("two", "go", "gone");
        await EndedAsync("two");

        var ended = await GetAsync("one");
        Assert.Equal((OrchestrationRuntimeStatus.Completed, "\"a\""), (ended!.RuntimeStatus, ended.SerializedOutput));
    }
}
