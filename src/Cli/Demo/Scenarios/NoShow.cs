using System.Globalization;
using Nots.Cli.Wire;

namespace Nots.Cli.Demo.Scenarios;

/// <summary>The driver waits at the kerb as long as waiting is free, and nobody comes.</summary>
internal sealed class NoShow : IScenario
{
    private const string Settings = "Nots__MinimumNotice=00:00:00 Nots__FreeWaiting=00:00:01 Nots__AirportFreeWaiting=00:00:01";

    public async Task PlayAsync(JourneyRun run, CancellationToken cancellationToken)
    {
        await run.BookAsync(cancellationToken);
        await run.PayAsync(cancellationToken);
        await Dispatch.AssignAsync(run, cancellationToken);
        await Driving.ReportAsync(run, cancellationToken, Progress.EnRoute, Progress.Arrived);
        await GiveUpAsync(run, cancellationToken);
    }

    /// <summary>Reports at once; a refusal says when the free waiting ends.</summary>
    private static async Task GiveUpAsync(JourneyRun run, CancellationToken cancellationToken)
    {
        try
        {
            await Driving.ReportAsync(run, cancellationToken, Progress.NoShow);
        }
        catch (RefusedException refusal) when (FreeWaitingEnds(refusal) is { } end)
        {
            if (end - run.Patience.Now > run.Patience.Limit)
                throw new PolicyOutOfReachException($"The free waiting ends at {end.UtcDateTime:u}, and the demo waits {run.Patience.Limit.TotalSeconds:0} s.", Settings);
            run.Say("waiting at the kerb");
            await run.Patience.SleepUntilAsync(end, cancellationToken);
            await Driving.ReportAsync(run, cancellationToken, Progress.NoShow);
        }
    }

    private static DateTimeOffset? FreeWaitingEnds(RefusedException refusal) =>
        DateTimeOffset.TryParse(refusal.Detail("freeWaitingEnds"), CultureInfo.InvariantCulture, out var end) ? end : null;
}
