using Nots.Application.Bookings;
using Nots.Application.Common;
using Nots.Application.Drivers;
using Nots.Domain.Bookings;
using Nots.Domain.Common;

namespace Nots.Application.Dispatch;

/// <summary>Every driver with their vehicle, each gate's verdict, best first: who may, then who is near, well rated, long idle.</summary>
public sealed class RankCandidates(IBookingStore bookings, IDriverStore drivers, DispatchCheck dispatch)
{
    public async Task<Result<IReadOnlyList<RankedCandidate>>> ExecuteAsync(string bookingId, CancellationToken cancellationToken)
    {
        if (!BookingId.TryParse(bookingId, out var id) || await bookings.GetAsync(id, cancellationToken) is not { } booking)
            return Refusal.NotFound("booking");
        var candidates = new List<(CheckedCandidate Check, int? Distance)>();
        for (StatusPosition? after = null; ;)
        {
            var page = await drivers.ListAsync(null, 100, after, cancellationToken);
            foreach (var driver in page.Items.Where(driver => driver.VehicleId is not null))
            {
                var check = await dispatch.CheckAsync(booking, driver.Id, driver.VehicleId, cancellationToken);
                if (check.Succeeded)
                    candidates.Add((check.Value, Distance(booking, check.Value)));
            }
            if ((after = page.Next) is null)
                break;
        }
        return candidates
            .OrderByDescending(candidate => candidate.Check.Eligible)
            .ThenByDescending(candidate => candidate.Check.Candidate.Driver.Availability.Available)
            .ThenBy(candidate => candidate.Distance ?? int.MaxValue)
            .ThenByDescending(candidate => candidate.Check.Candidate.Driver.Performance.Rating)
            .ThenBy(candidate => candidate.Check.Candidate.Driver.Availability.IdleSince ?? DateTimeOffset.MaxValue)
            .ThenBy(candidate => candidate.Check.Candidate.Driver.Id.Value, StringComparer.Ordinal)
            .Select((candidate, i) => new RankedCandidate(candidate.Check, i + 1, candidate.Distance))
            .ToList();
    }

    private static int? Distance(Booking booking, CheckedCandidate check) =>
        check.Candidate.Driver.Availability.Location is { } location
            ? (int)Math.Round(location.DistanceTo(booking.Journey.Pickup.Coordinates))
            : null;
}
