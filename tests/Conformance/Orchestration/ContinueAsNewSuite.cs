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

    [Fact]
    public async Task The_outcome_of_an_old_execution_does_not_reach_the_new_one()
    {
        var slow = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        World.Work = async input =>
        {
            if (input == "old")
                await slow.Task;
            return input + "!";
        };
        var renews = Define<bool, string>("renews", async (context, isNew) =>
        {
            if (isNew)
                return await context.CallActivityAsync<string>(Work, "new") + await context.WaitForExternalEvent<string>("end");
            _ = context.CallActivityAsync<string>(Work, "old");
            context.ContinueAsNew(true);
            return "";
        });
        await StartBackendAsync();
        await ScheduleAsync(renews, "one", false);
        await WorkedAsync("new", times: 1);

        slow.SetResult();
        await RaiseAsync("one", "end", "?");

        Assert.Equal("new!?", (await EndedAsync("one")).ReadOutputAs<string>());
    }

    [Fact]
    public async Task A_timer_of_an_old_execution_does_not_wake_the_new_one()
    {
        var renews = Define<bool, string>("renews", async (context, isNew) =>
        {
            if (!isNew)
            {
                _ = context.CreateTimer(Minutes(1), CancellationToken.None);
                context.ContinueAsNew(true);
                return "";
            }

            await context.CreateTimer(Minutes(2), CancellationToken.None);
            return await context.CallActivityAsync<string>(Work, "awake");
        });
        await StartBackendAsync();
        await ScheduleAsync(renews, "one", false);

        await PassAsync("one", Minutes(2));

        Assert.Equal("awake!", (await EndedAsync("one")).ReadOutputAs<string>());
    }
}
