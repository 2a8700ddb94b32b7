namespace Nots.Conformance.Tests.Orchestration;

public abstract class ContinueAsNewSuite(IBackendFactory factory) : OrchestrationSuite(factory)
{
    [Fact]
    public async Task Each_execution_has_the_next_input_and_a_short_history()
    {
        var counts = Define<int, int>("counts", async (context, number) =>
        {
            await context.CallActivityAsync<string>(Work, $"{number}");
            if (number < 5)
                context.ContinueAsNew(number + 1);
            return number;
        });
        await StartBackendAsync();

        await ScheduleAsync(counts, "one", 1);

        var ended = await EndedAsync("one");
        Assert.Equal(("5", "5"), (ended.SerializedInput, ended.SerializedOutput));
        Assert.Equal(["1", "2", "3", "4", "5"], World.Done);
        Assert.InRange((await HistoryAsync("one")).Count, 1, 10);
    }

    /// <summary>All of them; their order is not promised.</summary>
    [Fact]
    public async Task Unread_events_go_along()
    {
        var collects = Define<string[], string[]>("collects", async (context, collected) =>
        {
            if (collected.Length == 0)
                await context.WaitForExternalEvent<string>("go");
            collected = [.. collected, await context.WaitForExternalEvent<string>("letter")];
            if (collected.Length < 3)
                context.ContinueAsNew(collected, preserveUnprocessedEvents: true);
            return collected;
        });
        await StartBackendAsync();
        await ScheduleAsync(collects, "one", Array.Empty<string>());
        foreach (var letter in (string[])["a", "b", "c"])
            await RaiseAsync("one", "letter", letter);

        await RaiseAsync("one", "go", "");

        Assert.Equal(["a", "b", "c"], (await EndedAsync("one")).ReadOutputAs<string[]>()!.Order());
    }

    [Fact]
    public async Task No_event_of_a_stream_is_lost_between_two_executions()
    {
        const int Events = 40;
        var collects = Define<int, int>("collects", async (context, sum) =>
        {
            var number = await context.WaitForExternalEvent<int>("number");
            if (sum + number < Events * (Events + 1) / 2)
                context.ContinueAsNew(sum + number, preserveUnprocessedEvents: true);
            return sum + number;
        });
        await StartBackendAsync();
        await ScheduleAsync(collects, "one", 0);

        await Parallel.ForEachAsync(Enumerable.Range(1, Events), Token, async (number, _) => await RaiseAsync("one", "number", number));

        Assert.Equal(Events * (Events + 1) / 2, (await EndedAsync("one")).ReadOutputAs<int>());
    }

    /// <summary>
    /// It has to be cancelled: DurableTask.Core lets an execution end only when nothing that it began is open, and forgets that it was to
    /// continue when an execution in memory waits for that.
    /// </summary>
    [Fact]
    public async Task A_cancelled_timer_of_an_old_execution_neither_holds_it_up_nor_wakes_the_new_one()
    {
        var renews = Define<bool, string>("renews", async (context, isNew) =>
        {
            if (isNew)
            {
                await context.CreateTimer(Minutes(3), CancellationToken.None);
                return await context.CallActivityAsync<string>(Work, "awake");
            }

            using var cancellation = new CancellationTokenSource();
            _ = context.CreateTimer(Minutes(2), cancellation.Token);
            await context.WaitForExternalEvent<string>("go");
            cancellation.Cancel();
            context.ContinueAsNew(true);
            return "";
        });
        await StartBackendAsync();
        await ScheduleAsync(renews, "one", false);
        await RunningAsync("one");
        await RaiseAsync("one", "go", "");
        await UntilAsync("one", instance => instance.ReadInputAs<bool>());

        await PassAsync("one", Minutes(2));
        Assert.Empty(World.Done);
        await PassAsync("one", Minutes(1));

        Assert.Equal("awake!", (await EndedAsync("one")).ReadOutputAs<string>());
    }

    [Fact]
    public async Task The_custom_status_goes_along_until_it_is_set_again()
    {
        var tells = Define<bool, string>("tells", async (context, isNew) =>
        {
            if (isNew)
                return await context.WaitForExternalEvent<string>("end");
            context.SetCustomStatus("told");
            context.ContinueAsNew(true);
            return "";
        });
        await StartBackendAsync();
        await ScheduleAsync(tells, "one", false);

        var waiting = await UntilAsync("one", instance => instance.ReadInputAs<bool>());

        Assert.Equal("told", waiting.ReadCustomStatusAs<string>());
    }
}
