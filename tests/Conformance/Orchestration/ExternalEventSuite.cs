namespace Nots.Conformance.Tests.Orchestration;

public abstract class ExternalEventSuite(IOrchestrationEngineFactory factory) : OrchestrationSuite(factory)
{
    [Fact]
    public async Task An_event_wakes_who_waits_for_it()
    {
        var orchestration = Define<string, string>("waits", async (context, _) =>
        {
            context.SetCustomStatus("waiting");
            return await context.WaitForExternalEventAsync<string>("paid");
        });
        await StartEngineAsync();
        await Client.StartAsync(orchestration, "one", "a", Token);
        await StatusAsync("one", "waiting");

        Assert.True(await Client.RaiseEventAsync("one", "PAID", "in full", Token));

        Assert.Equal("\"in full\"", (await EndedAsync("one")).Output);
    }

    [Fact]
    public async Task Events_raised_before_anybody_waits_are_read_in_order_by_name()
    {
        var orchestration = Define<string, string[]>("late reader", async (context, _) =>
        {
            await context.WaitForExternalEventAsync<string>("go");
            return
            [
                await context.WaitForExternalEventAsync<string>("letter"),
                await context.WaitForExternalEventAsync<string>("number"),
                await context.WaitForExternalEventAsync<string>("letter"),
            ];
        });
        await StartEngineAsync();
        await Client.StartAsync(orchestration, "one", "a", Token);

        await Client.RaiseEventAsync("one", "letter", "a", Token);
        await Client.RaiseEventAsync("one", "Letter", "b", Token);
        await Client.RaiseEventAsync("one", "number", "1", Token);
        await Client.RaiseEventAsync("one", "go", "", Token);

        Assert.Equal("""["a","1","b"]""", (await EndedAsync("one")).Output);
    }

    [Fact]
    public async Task A_cancelled_wait_leaves_the_event_to_the_next_one()
    {
        var orchestration = Define<string, string>("gives up", async (context, _) =>
        {
            using var givesUp = new CancellationTokenSource();
            var abandoned = context.WaitForExternalEventAsync<string>("paid", givesUp.Token);
            await context.WaitForExternalEventAsync<string>("tired");
            givesUp.Cancel();
            return $"{abandoned.IsCanceled} {await context.WaitForExternalEventAsync<string>("paid")}";
        });
        await StartEngineAsync();
        await Client.StartAsync(orchestration, "one", "a", Token);
        await Client.RaiseEventAsync("one", "tired", "", Token);
        await Client.RaiseEventAsync("one", "paid", "at last", Token);

        Assert.Equal("\"True at last\"", (await EndedAsync("one")).Output);
    }

    [Fact]
    public async Task An_event_wins_against_a_timer()
    {
        var orchestration = Define<string, string>("race", RaceAsync);
        await StartEngineAsync();
        await Client.StartAsync(orchestration, "one", "a", Token);
        await StatusAsync("one", "racing");

        await Client.RaiseEventAsync("one", "paid", "card", Token);

        Assert.Equal("\"card\"", (await EndedAsync("one")).Output);
    }

    [Fact]
    public async Task Nobody_takes_an_event_for_an_instance_that_is_not_there()
    {
        await StartEngineAsync();

        Assert.False(await Client.RaiseEventAsync("nobody", "paid", "card", Token));
    }
}
