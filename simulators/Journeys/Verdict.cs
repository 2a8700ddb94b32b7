using System.Net;
using System.Text.Json;
using Nots.Client;

namespace Nots.Journeys;

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
            () => OrchestrationAsync(run, cancellationToken), HasEnded, cancellationToken);
        run.Saw(await run.Cast.Dispatcher.BookingsGetAsync(run.Booking.BookingId, cancellationToken));
        if (orchestration?.Status == OrchestrationStatus.Completed)
            return;
        var patience = HasEnded(orchestration) ? "" : $" after {run.Patience.Limit.TotalSeconds:0} s";
        var trouble = Trouble(orchestration) is { } known ? $": {known}" : ".";
        throw new StepFailedException(
            $"It is {Outcome.Of(run.Booking)}, and its orchestration is {orchestration?.Status.WireName() ?? "not started"}{patience}{trouble}");
    }

    /// <summary>Null as long as it is not started.</summary>
    private static async Task<OrchestrationDetails?> OrchestrationAsync(JourneyRun run, CancellationToken cancellationToken)
    {
        try
        {
            return await run.Cast.Owner.OpsOrchestrationsGetAsync(run.Booking.BookingId, cancellationToken: cancellationToken);
        }
        catch (NotsException refusal) when (refusal.Status == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    // Nobody suspends a demo's orchestration: if it is, something is wrong.
    private static bool HasEnded(OrchestrationDetails? seen) => seen?.Status is OrchestrationStatus.Completed
        or OrchestrationStatus.Failed or OrchestrationStatus.Terminated or OrchestrationStatus.Suspended;

    /// <summary>What went wrong last; null when nothing did.</summary>
    private static string? Trouble(OrchestrationDetails? seen) =>
        seen?.Failure?.Message
        ?? (seen?.CustomStatus is { ValueKind: JsonValueKind.Object } progress && progress.TryGetProperty("lastError", out var error) ? error.GetString() : null);
}
