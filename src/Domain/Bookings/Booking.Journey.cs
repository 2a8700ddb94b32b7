using System.Globalization;
using Nots.Domain.Common;
using Nots.Domain.Drivers;
using Nots.Domain.Places;
using Nots.Domain.Quotes;
using Nots.Domain.Vehicles;

namespace Nots.Domain.Bookings;

/// <content>From the allocation of a driver to the end of the journey.</content>
public sealed partial record Booking
{
    /// <summary>Gives the job to a driver and a vehicle, in place of any before. That they fit is the gates' business.</summary>
    /// <param name="driver">Who.</param>
    /// <param name="vehicle">With what.</param>
    /// <param name="by">The dispatcher.</param>
    /// <param name="now">UTC.</param>
    /// <param name="notifyDriver">Whether the driver is to get a message.</param>
    public Result<BookingChange> Assign(Driver driver, Vehicle vehicle, Actor by, DateTimeOffset now, bool notifyDriver = true)
    {
        if (Status is not (BookingStatus.Confirmed or BookingStatus.Assigned))
            return Refuse("assigned");
        var assigned = this with
        {
            Status = BookingStatus.Assigned,
            Driver = AllocatedDriver.From(driver),
            Vehicle = AllocatedVehicle.From(vehicle),
            DispatchedBy = by,
            AssignedAt = now,
        };
        return assigned.Record(
            BookingEventType.DriverAssigned, by, now,
            ("driverId", driver.Id.Value), ("vehicleId", vehicle.Id.Value), ("licenceNumber", driver.LicenceNumber),
            ("registration", vehicle.Registration), ("plateNumber", vehicle.PlateNumber), ("insteadOf", Driver?.DriverId.Value),
            ("insteadOfEmail", Driver?.Email), ("notifyDriver", notifyDriver ? "true" : "false"));
    }

    /// <summary>Takes the driver off a job that has not begun.</summary>
    public Result<BookingChange> Unassign(string reason, Actor by, DateTimeOffset now)
    {
        if (Status != BookingStatus.Assigned)
            return Refuse("unassigned");
        var unassigned = this with
        {
            Status = BookingStatus.Confirmed,
            Driver = null,
            Vehicle = null,
            DispatchedBy = null,
            AssignedAt = null,
        };
        return unassigned.Record(
            BookingEventType.DriverUnassigned, by, now, ("driverId", Driver?.DriverId.Value), ("driverEmail", Driver?.Email), ("vehicleId", Vehicle?.VehicleId.Value), ("reason", reason));
    }

    /// <summary>Staff's changes to what is written down. The fare stays the quote's.</summary>
    public Result<BookingChange> Amend(string? pickupInstructions, string? internalNotes, Actor by, DateTimeOffset now)
    {
        if (Ended)
            return Refuse("changed");
        var amended = this with
        {
            PickupInstructions = pickupInstructions ?? PickupInstructions,
            InternalNotes = internalNotes ?? InternalNotes,
        };
        return amended.Record(
            BookingEventType.Amended, by, now,
            ("fields", string.Join(',', new[] { (pickupInstructions, "pickupInstructions"), (internalNotes, "internalNotes") }
                .Where(field => field.Item1 is not null).Select(field => field.Item2))));
    }

    /// <summary>Moves the pick-up of a journey that has not begun. A return keeps the time of its way back.</summary>
    public Result<BookingChange> ChangePickupTime(DateTimeOffset pickupAt, Actor by, DateTimeOffset now)
    {
        if (Status is not (BookingStatus.Pending or BookingStatus.Confirmed or BookingStatus.Assigned))
            return Refuse("moved to another time");
        var moved = Journey.At(pickupAt);
        if (moved.Inbound is { } back && back.PickupAt < moved.Outbound.EstimatedEnd)
            return Refusal.Invalid("The way out would end after the way back begins.");
        return (this with { Journey = moved }).Record(
            BookingEventType.PickupTimeChanged, by, now,
            ("from", Journey.PickupAt.ToString("O", CultureInfo.InvariantCulture)), ("to", pickupAt.ToString("O", CultureInfo.InvariantCulture)));
    }

    /// <summary>The driver's next step. None can be skipped, repeated or taken back.</summary>
    /// <param name="step">What the driver reports.</param>
    /// <param name="position">Where the driver is; null when not sent.</param>
    /// <param name="rules">Radius and free waiting in force.</param>
    /// <param name="by">The driver, or staff for them.</param>
    /// <param name="now">UTC.</param>
    public Result<BookingChange> Report(JourneyProgress step, Coordinates? position, JourneyRules rules, Actor by, DateTimeOffset now)
    {
        var allowed = (Status, Progress, step) switch
        {
            (BookingStatus.Assigned, null, JourneyProgress.EnRoute) => true,
            (BookingStatus.InProgress, JourneyProgress.EnRoute, JourneyProgress.Arrived) => true,
            (BookingStatus.InProgress, JourneyProgress.Arrived, JourneyProgress.Onboard or JourneyProgress.NoShow) => true,
            (BookingStatus.InProgress, JourneyProgress.Onboard, JourneyProgress.Completed) => true,
            _ => false,
        };
        if (!allowed)
            return Refuse($"reported {Wire.Name(step)}");
        return step switch
        {
            JourneyProgress.Arrived when TooFar(position, rules) is { } refusal => refusal,
            JourneyProgress.NoShow when TooEarly(rules, now) is { } refusal => refusal,
            _ => Advance(step, by, now),
        };
    }

    /// <summary>Adds what is to be paid beyond the fare; part of the journey's completion.</summary>
    public Booking WithExtras(params IReadOnlyList<Extra> extras) => this with { Extras = [.. Extras, .. extras] };

    /// <summary>Whole minutes that the passengers kept the driver waiting beyond the free time.</summary>
    public int ChargeableWaitingMinutes(JourneyRules rules) =>
        OnboardAt is { } onboard && FreeWaitingEnds(rules) is { } end && onboard > end ? (int)(onboard - end).TotalMinutes : 0;

    /// <summary>
    /// When the free waiting is over, UTC; null before the arrival. It runs from the agreed time, so a driver who comes early
    /// waits on their own account.
    /// </summary>
    public DateTimeOffset? FreeWaitingEnds(JourneyRules rules) => ArrivedAt is { } arrived
        ? (arrived > Journey.PickupAt ? arrived : Journey.PickupAt) + rules.FreeWaitingAt(Journey.Pickup)
        : null;

    private BookingChange Advance(JourneyProgress step, Actor by, DateTimeOffset now)
    {
        var (status, type) = step switch
        {
            JourneyProgress.EnRoute => (BookingStatus.InProgress, BookingEventType.EnRoute),
            JourneyProgress.Arrived => (BookingStatus.InProgress, BookingEventType.Arrived),
            JourneyProgress.Onboard => (BookingStatus.InProgress, BookingEventType.Onboard),
            JourneyProgress.Completed => (BookingStatus.Completed, BookingEventType.Completed),
            JourneyProgress.NoShow => (BookingStatus.NoShow, BookingEventType.NoShow),
            _ => throw new ArgumentOutOfRangeException(nameof(step), step, "Not a step of a journey."),
        };
        var advanced = this with
        {
            Status = status,
            Progress = step,
            ArrivedAt = step == JourneyProgress.Arrived ? now : ArrivedAt,
            OnboardAt = step == JourneyProgress.Onboard ? now : OnboardAt,
        };
        return advanced.Record(type, by, now, ("driverId", Driver?.DriverId.Value));
    }

    private Refusal? TooFar(Coordinates? position, JourneyRules rules)
    {
        if (position is not { } here || here.DistanceTo(Journey.Pickup.Coordinates) is var distance && distance <= rules.ArrivalRadiusMeters)
            return null;
        return Refusal.Conflict(
            $"The position is {distance:0} m from the pick-up; within {rules.ArrivalRadiusMeters} m counts as arrived.",
            ("status", Wire.Name(Status)), ("distanceMeters", distance.ToString("0", CultureInfo.InvariantCulture)));
    }

    private Refusal? TooEarly(JourneyRules rules, DateTimeOffset now) => FreeWaitingEnds(rules) is { } end && now < end
        ? Refusal.Conflict(
            "The free waiting time is not over.",
            ("status", Wire.Name(Status)), ("freeWaitingEnds", end.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)))
        : null;
}
