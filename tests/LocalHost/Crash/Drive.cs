using System.Diagnostics;
using Nots.LocalHost.Tests.Running;

namespace Nots.LocalHost.Tests.Crash;

/// <summary>Lets all travellers travel, some at once, while the killer kills; then waits until nothing is left to be done.</summary>
internal sealed class Drive(CrashPlan plan, RunningHost host, People people, TableContents table)
{
    private const int AtOnce = 12;

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
        var left = await new Quiet(host.Stripe, people, table).LeftAsync();
        Faults = [.. stopped ? ["Too many bookings got stuck: the others were not tried."] : Array.Empty<string>(), .. left.Select(what => $"Not quiet after {Quiet.Bound}: {what}")];
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
}
