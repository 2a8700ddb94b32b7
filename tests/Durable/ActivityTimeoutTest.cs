using Nots.Durable.Tests.Support;

namespace Nots.Durable.Tests;

public sealed class ActivityTimeoutTest
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_try_that_takes_too_long_fails_whether_it_heeds_its_token_or_not(bool heedsToken)
    {
        await using var host = new EngineHost();
        host.World.Work = async (_, token) =>
        {
            await new TaskCompletionSource().Task.WaitAsync(heedsToken ? token : CancellationToken.None);
            return "";
        };
        var orchestration = host.Define<string, string>("hangs", (context, input) => context.CallActivityAsync(ScriptedActivity.Name, input));
        await host.StartAsync();
        await host.Client.StartAsync(orchestration, "one", "a", EngineHost.Token);
        await EngineHost.UntilAsync(() => Task.FromResult(host.World.Done.Count == 1));

        host.Time.Advance(TimeSpan.FromMinutes(2));

        Assert.Equal("Activity 'work' failed: The activity did not end within 00:02:00.", (await host.EndedAsync("one")).Failure?.Message);
    }
}
