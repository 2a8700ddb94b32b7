using System.Net;
using Nots.Client;

namespace Nots.Journeys;

/// <summary>What the dispatcher does: looks at the candidates and gives the job to the best who may have it.</summary>
internal static class Dispatch
{
    /// <summary>
    /// Assigns the best eligible driver. One who was taken in the meantime (409) is passed over for the next; when all are busy
    /// with other journeys, the candidates are looked at again until one is free.
    /// </summary>
    public static async Task AssignAsync(JourneyRun run, CancellationToken cancellationToken)
    {
        run.Say("looking for a driver");
        var candidates = await run.Patience.LookAsync(
            async () => (await run.Cast.Dispatcher.DispatchCandidatesAsync(run.Booking.BookingId, cancellationToken)).Candidates,
            seen => seen.Any(candidate => candidate.Eligible),
            cancellationToken);
        var lastRefusal = candidates.Any(candidate => candidate.Eligible) ? "" : Why(candidates);
        foreach (var candidate in candidates.Where(candidate => candidate.Eligible).OrderBy(candidate => candidate.Rank))
        {
            try
            {
                run.Saw(await run.Cast.Dispatcher.DispatchAssignAsync(
                    new AssignRequest
                    {
                        BookingId = run.Booking.BookingId,
                        DriverId = candidate.DriverId,
                        VehicleId = candidate.VehicleId,
                        NotifyDriver = true,
                    },
                    cancellationToken));
                run.Say("assigned");
                return;
            }
            catch (NotsException refusal) when (refusal.Status == HttpStatusCode.Conflict)
            {
                lastRefusal = refusal.Message;
            }
        }
        throw new StepFailedException($"No driver could be assigned. {lastRefusal}");
    }

    /// <summary>Which gates were shut, and to how many.</summary>
    private static string Why(IReadOnlyList<Candidate> candidates) => string.Join(", ", candidates
        .SelectMany(candidate => candidate.Gates.Where(gate => !gate.Passed))
        .GroupBy(gate => gate.Gate)
        .OrderByDescending(group => group.Count())
        .Select(group => $"{group.Key} shut to {group.Count()} of {candidates.Count}"));
}
