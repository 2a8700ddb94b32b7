using Nots.Application.Orchestration;
using Nots.Durable.Tests.Support;

namespace Nots.Durable.Tests;

public sealed class RetryWithBackOffAcrossCrashTest
{
    [Fact]
    public async Task The_number_of_tries_and_the_time_of_the_next_survive_a_crash()
    {
        await using var host = new EngineHost();
        host.World.Work = (_, _) => throw new TimeoutException("busy");
        var orchestration = host.Define<string, string>("patient", (context, input) =>
            context.CallActivityAsync(ScriptedActivity.Name, input, new RetryPolicy(3, TimeSpan.FromMinutes(1), BackoffCoefficient: 10)));
        await host.StartAsync();
        await host.Client.StartAsync(orchestration, "one", "a", EngineHost.Token);
        await host.HistoryAsync("one", "timerCreated", 1);
        host.Time.Advance(TimeSpan.FromMinutes(1));
        await host.HistoryAsync("one", "timerCreated", 2);

        await host.CrashAsync();
        host.Time.Advance(TimeSpan.FromMinutes(9));
        Assert.Equal(2, host.World.Count("a"));
        host.Time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal("Activity 'work' failed: busy", (await host.EndedAsync("one")).Failure?.Message);
        Assert.Equal(3, host.World.Count("a"));
    }
}
