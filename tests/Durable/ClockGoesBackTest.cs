using Nots.Application.Orchestration;
using Nots.Durable.Tests.Support;

namespace Nots.Durable.Tests;

public sealed class ClockGoesBackTest
{
    [Theory]
    [InlineData(1000)]
    [InlineData(0)]
    public async Task The_orchestrators_clock_does_not_go_back(int maxInMemory)
    {
        await using var host = new EngineHost();
        var clock = new AdjustableClock(host.Time);
        host.Clock = clock;
        host.Options = host.Options with { MaxOrchestratorsInMemory = maxInMemory };
        var orchestration = host.Define<string, bool>("looks", async (context, _) =>
        {
            var before = context.CurrentUtc;
            await context.WaitForExternalEventAsync<string>("go");
            return context.CurrentUtc >= before;
        });
        await host.StartAsync();
        await host.Client.StartAsync(orchestration, "one", "a", EngineHost.Token);
        await host.UntilAsync("one", instance => instance.Status == OrchestrationStatus.Running);

        clock.SetBackBy = TimeSpan.FromHours(2);
        await host.CrashAsync();
        await host.Client.RaiseEventAsync("one", "go", "", EngineHost.Token);

        Assert.Equal("true", (await host.EndedAsync("one")).Output);
        var times = (await host.Client.GetHistoryAsync("one", EngineHost.Token))!.Select(entry => entry.At);
        Assert.Equal(times.Order(), times);
    }

    [Fact]
    public async Task A_timer_fires_when_the_clock_shows_its_time_again()
    {
        await using var host = new EngineHost();
        var clock = new AdjustableClock(host.Time);
        host.Clock = clock;
        var orchestration = host.Define<string, DateTimeOffset>("sleeps", async (context, _) =>
        {
            await context.CreateTimerAsync(context.CurrentUtc.AddMinutes(15));
            return context.CurrentUtc;
        });
        await host.StartAsync();
        var due = clock.GetUtcNow().AddMinutes(15);
        await host.Client.StartAsync(orchestration, "one", "a", EngineHost.Token);
        await host.HistoryAsync("one", "timerCreated");

        clock.SetBackBy = TimeSpan.FromHours(1);
        host.Time.Advance(TimeSpan.FromMinutes(74));
        Assert.Equal(OrchestrationStatus.Running, (await host.Client.GetAsync("one", EngineHost.Token))!.Status);
        host.Time.Advance(TimeSpan.FromMinutes(2));

        Assert.True(OrchestrationJson.Deserialize<DateTimeOffset>((await host.EndedAsync("one")).Output) >= due);
    }

    [Fact]
    public async Task Instances_are_listed_in_the_order_in_which_they_were_started()
    {
        await using var host = new EngineHost();
        var clock = new AdjustableClock(host.Time);
        host.Clock = clock;
        var orchestration = host.Define<string, string>("ends", (_, input) => Task.FromResult(input));
        await host.StartAsync();
        await host.Client.StartAsync(orchestration, "older", "a", EngineHost.Token);
        clock.SetBackBy = TimeSpan.FromHours(2);
        await host.Client.StartAsync(orchestration, "newer", "a", EngineHost.Token);

        var page = await host.Client.QueryAsync(new OrchestrationQuery(), EngineHost.Token);

        Assert.Equal(["newer", "older"], page.Instances.Select(instance => instance.InstanceId));
    }
}
