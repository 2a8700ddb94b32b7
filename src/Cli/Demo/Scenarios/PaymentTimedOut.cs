using Nots.Cli.Wire;

namespace Nots.Cli.Demo.Scenarios;

/// <summary>Nobody pays, the hold ends, and the platform releases the booking by itself.</summary>
internal sealed class PaymentTimedOut : IScenario
{
    public async Task PlayAsync(JourneyRun run, CancellationToken cancellationToken)
    {
        await run.BookAsync(cancellationToken);
        var end = run.Booking.HeldUntil ?? throw new StepFailedException("The booking does not say until when it is held.");
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
}
