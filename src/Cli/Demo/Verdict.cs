using Nots.Cli.Wire;

namespace Nots.Cli.Demo;

/// <summary>Whether a journey ended as its row says, and its orchestration with it.</summary>
internal static class Verdict
{
    /// <exception cref="StepFailedException">It did not.</exception>
    public static async Task ReachAsync(JourneyRun run, CancellationToken cancellationToken)
    {
        var expected = run.Row.Expected;
        run.Say("waiting for the books to close");
        await CloseAsync(run, cancellationToken);
        if (!run.Booking.Meets(expected))
            throw new StepFailedException($"It is {Outcome.Of(run.Booking)}, and should be {Outcome.Of(expected)}.");
    }

    /// <summary>Waits until the booking's orchestration has done all that it had to, which is when money and messages are final.</summary>
    /// <exception cref="StepFailedException">It failed, or took too long.</exception>
    public static async Task CloseAsync(JourneyRun run, CancellationToken cancellationToken)
    {
        var orchestration = await run.Patience.LookAsync(
            () => run.Cast.Owner.OrchestrationAsync(run.Booking.BookingId, cancellationToken), HasEnded, cancellationToken);
        run.Saw(await run.Cast.Dispatcher.BookingAsync(run.Booking.BookingId, cancellationToken));
        if (orchestration?.Status == "completed")
            return;
        var patience = HasEnded(orchestration) ? "" : $" after {run.Patience.Limit.TotalSeconds:0} s";
        var trouble = orchestration?.Trouble is { } known ? $": {known}" : ".";
        throw new StepFailedException(
            $"It is {Outcome.Of(run.Booking)}, and its orchestration is {orchestration?.Status ?? "not started"}{patience}{trouble}");
    }

    // Nobody suspends a demo's orchestration but the engine, when it cannot go on with it.
    private static bool HasEnded(Orchestration? seen) => seen?.Status is "completed" or "failed" or "terminated" or "suspended";
}
