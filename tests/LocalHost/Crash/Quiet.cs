using System.Diagnostics;
using Nots.LocalHost.Tests.Running;

namespace Nots.LocalHost.Tests.Crash;

/// <summary>Waits until nothing is left to be done.</summary>
/// <param name="stripe">Whose webhooks are to be delivered; null where nobody is there to take them.</param>
internal sealed class Quiet(StripeDesk? stripe, People people, TableContents table)
{
    public static readonly TimeSpan Bound = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    /// <returns>What is still to be done when the time is over; empty where all is quiet.</returns>
    public async Task<IReadOnlyList<string>> LeftAsync()
    {
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            var left = await LookAsync();
            if (left.Count == 0 || Stopwatch.GetElapsedTime(started) > Bound)
                return left;
            await Task.Delay(Pause);
        }
    }

    private async Task<List<string>> LookAsync()
    {
        var left = new List<string>();
        if (stripe is not null)
        {
            if (!await stripe.AnswersAsync())
                return ["the simulator is away"];
            if ((await stripe.DeliveriesAsync()).GetProperty("pending").GetInt32() is > 0 and var webhooks)
                left.Add($"{webhooks} webhooks wait");
        }
        foreach (var status in (string[])["pending", "running"])
        {
            var live = (await people.Dispatcher.GetAsync($"/v1/ops/orchestrations?limit=100&status={status}")).Ok();
            left.AddRange(live.Body.GetProperty("orchestrations").EnumerateArray().Select(run => $"orchestration {run}"));
        }
        left.AddRange((await table.OutboxAsync()).Select(id => $"the outbox has a signal of {id}"));
        return left;
    }
}
