using Nots.Cli.Wire;

namespace Nots.Cli.Demo.Scenarios;

/// <summary>Nobody pays, the hold ends, and the platform releases the booking by itself.</summary>
internal sealed class PaymentTimedOut : IScenario
{
    public async Task PlayAsync(JourneyRun run, CancellationToken cancellationToken)
    {
        await run.BookAsync(cancellationToken);
        var end = await HoldEndsAsync(run, cancellationToken);
        if (end - run.Patience.Now > run.Patience.Limit)
        {
            throw new PolicyOutOfReachException(
                $"The hold for the payment ends at {end.UtcDateTime:u}, and the demo waits {run.Patience.Limit.TotalSeconds:0} s.",
                "Nots__PaymentHold=00:00:10");
        }
        run.Say($"not paying until {end.UtcDateTime:T}");
        await run.Patience.SleepUntilAsync(end, cancellationToken);
        await run.WaitAsync("released", booking => booking.Status == BookingStatus.Cancelled, cancellationToken);
    }

    /// <summary>When the orchestration will wake up to let the booking go.</summary>
    private static async Task<DateTimeOffset> HoldEndsAsync(JourneyRun run, CancellationToken cancellationToken)
    {
        run.Say("looking when the hold ends");
        var orchestration = await run.Patience.LookAsync(
            () => run.Cast.Dispatcher.OrchestrationAsync(run.Booking.BookingId, cancellationToken),
            seen => Deadline(seen) is not null,
            cancellationToken);
        return Deadline(orchestration)
            ?? throw new StepFailedException($"The booking's orchestration ({orchestration?.Status ?? "not started"}) names no end of the hold.");
    }

    private static DateTimeOffset? Deadline(Orchestration? seen) => seen?.CustomStatus is { Stage: "payment", NextDeadline: { } end } ? end : null;
}
