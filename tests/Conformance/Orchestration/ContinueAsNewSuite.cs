using Nots.Application.Orchestration;

namespace Nots.Conformance.Tests.Orchestration;

public abstract class ContinueAsNewSuite(IOrchestrationEngineFactory factory) : OrchestrationSuite(factory)
{
    [Fact]
    public async Task Each_execution_has_the_next_input_and_a_short_history()
    {
        var orchestration = Define<int, int>("counts", async (context, number) =>
        {
            await context.CallActivityAsync(ScriptedActivity.Name, $"{number}");
            if (number < 5)
                context.ContinueAsNew(number + 1);
            return number;
        });
        await StartEngineAsync();

        await Client.StartAsync(orchestration, "one", 1, Token);

        var ended = await EndedAsync("one");
        Assert.Equal(("5", "5"), (ended.Output, ended.Input));
        Assert.Equal(["1", "2", "3", "4", "5"], World.Done);
        Assert.True((await Client.GetHistoryAsync("one", Token))!.Count < 8);
    }

    [Fact]
    public async Task Unread_events_go_along()
    {
        var orchestration = Define<string[], string[]>("collects", async (context, collected) =>
        {
            if (collected.Length == 0)
                await context.WaitForExternalEventAsync<Nothing>("go");
            collected = [.. collected, await context.WaitForExternalEventAsync<string>("letter")];
            if (collected.Length < 3)
                context.ContinueAsNew(collected);
            return collected;
        });
        await StartEngineAsync();
        await Client.StartAsync(orchestration, "one", [], Token);
        foreach (var letter in (string[])["a", "b", "c"])
            await Client.RaiseEventAsync("one", "letter", letter, Token);

        await Client.RaiseEventAsync("one", "go", Nothing.Value, Token);

        Assert.Equal("""["a","b","c"]""", (await EndedAsync("one")).Output);
    }
}
