using Nots.Application.Orchestration;
using Nots.Durable.Tests.Support;

namespace Nots.Durable.Tests;

public sealed class BackPressureTest
{
    [Fact]
    public async Task Beyond_the_limit_no_instance_is_started_until_work_is_done()
    {
        await using var host = new EngineHost();
        var go = new TaskCompletionSource();
        host.Options = host.Options with { MaxBacklog = 5 };
        host.World.Work = async (input, _) =>
        {
            await go.Task;
            return input;
        };
        var orchestration = host.Define<string, string>("works", (context, input) => context.CallActivityAsync(ScriptedActivity.Name, input));
        await host.StartAsync();
        for (var number = 1; number <= 5; number++)
        {
            await host.Client.StartAsync(orchestration, $"{number}", "a", EngineHost.Token);
            await EngineHost.UntilAsync(() => Task.FromResult(host.World.Done.Count == number));
        }

        await Assert.ThrowsAsync<OrchestrationBacklogException>(() => host.Client.StartAsync(orchestration, "6", "a", EngineHost.Token));
        Assert.Null(await host.Client.GetAsync("6", EngineHost.Token));

        go.SetResult();
        for (var number = 1; number <= 5; number++)
            await host.EndedAsync($"{number}");
        Assert.True(await host.Client.StartAsync(orchestration, "6", "a", EngineHost.Token));
        Assert.Equal("\"a\"", (await host.EndedAsync("6")).Output);
    }
}
