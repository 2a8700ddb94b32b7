using System.Diagnostics;
using Nots.LocalHost.Tests.Running;

namespace Nots.LocalHost.Tests.Crash;

/// <summary>Lets all travellers travel, some at once, while the killer kills; then waits until nothing is left to be done.</summary>
internal sealed class Drive(CrashPlan plan, RunningHost host, People people, TableContents table)
{
    private const int AtOnce = 12;
    private static readonly TimeSpan QuietWithin = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private readonly StepCount _steps = new();

    public IReadOnlyList<Traveller> Travellers { get; private set; } = [];

    /// <summary>How many hosts died.</summary>
    public int Killed { get; private set; }

    /// <summary>What went wrong with the drive itself, and what was still to be done at its end.</summary>
    public IReadOnlyList<string> Faults { get; private set; } = [];

    public string Summary { get; private set; } = "";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        Travellers = [.. plan.Bookings.Select(booking => new Traveller(booking, host.Stripe, people, _steps))];
        var stopped = await TravelAsync(cancellationToken);
        var driven = Stopwatch.GetElapsedTime(started);
        var left = await QuietAsync();
        Faults = [.. stopped ? ["Too many bookings got stuck: the others were not tried."] : Array.Empty<string>(), .. left.Select(what => $"Not quiet after {QuietWithin}: {what}")];
        Summary = $"{Travellers.Count} bookings, {Killed} kills in {driven.TotalSeconds:F0} s, quiet after {Stopwatch.GetElapsedTime(started).TotalSeconds:F0} s";
    }

    /// <returns>Whether it was given up.</returns>
    private async Task<bool> TravelAsync(CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var killer = new Killer(plan.Kills, host, _steps);
        var killing = KillAsync(killer, stop);
        var stuck = 0;
        try
        {
            await Parallel.ForEachAsync(Travellers, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stop.Token }, async (traveller, _) =>
            {
                await traveller.TravelAsync();
                // Each is stuck for as long as it is patient: a fault that stops them all must not take an hour to be told.
                if (traveller.Fault is not null && Interlocked.Increment(ref stuck) == AtOnce)
                    await stop.CancelAsync();
            });
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The killer's own fault, if that is why, is thrown below.
        }
        _steps.End();
        await killing;
        Killed = killer.Killed;
        return stop.IsCancellationRequested;
    }

    private static async Task KillAsync(Killer killer, CancellationTokenSource stop)
    {
        try
        {
            await killer.KillAsync();
        }
        catch
        {
            await stop.CancelAsync();
            throw;
        }
    }

    /// <summary>Waits for a bounded time.</summary>
    /// <returns>What is still to be done.</returns>
    private async Task<IReadOnlyList<string>> QuietAsync()
    {
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            var left = await LeftAsync();
            if (left.Count == 0 || Stopwatch.GetElapsedTime(started) > QuietWithin)
                return left;
            await Task.Delay(Pause);
        }
    }

    private async Task<List<string>> LeftAsync()
    {
        if (!await host.Stripe.AnswersAsync())
            return ["the simulator is away"];
        var left = new List<string>();
        if ((await host.Stripe.DeliveriesAsync()).GetProperty("pending").GetInt32() is > 0 and var webhooks)
            left.Add($"{webhooks} webhooks wait");
        foreach (var status in (string[])["pending", "running"])
        {
            var live = (await people.Dispatcher.GetAsync($"/v1/ops/orchestrations?limit=100&status={status}")).Ok();
            left.AddRange(live.Body.GetProperty("orchestrations").EnumerateArray().Select(run => $"orchestration {run}"));
        }
        left.AddRange((await table.OutboxAsync()).Select(id => $"the outbox has a signal of {id}"));
        return left;
    }
}
