using Nots.Application.Audit;
using Nots.Application.Common;
using Nots.Application.Settings;
using Nots.Application.Storage;
using Nots.Domain.Bookings;
using Nots.Domain.Common;
using Nots.Domain.Places;
using Nots.Domain.Quotes;

namespace Nots.Application.Bookings;

/// <summary>Takes the driver's word for how the journey goes.</summary>
public sealed class ReportProgress(BookingWriter writer, ISettingsStore settings, AuditLog audit, Policies policies, TimeProvider time)
{
    /// <summary>The report in typed values; null when none was sent or it is at fault.</summary>
    public static ProgressReport? Read(AmendRequest request, FaultList faults)
    {
        if (request.Progress is null)
        {
            if (request.Latitude is not null || request.Longitude is not null || request.Tolls is not null || request.Parking is not null)
                faults.Add("progress", "required", "A position, tolls and parking go with progress.");
            return null;
        }
        var step = faults.OneOf<JourneyProgress>("progress", request.Progress);
        if (request.Latitude is null != request.Longitude is null)
            faults.Add(request.Latitude is null ? "latitude" : "longitude", "required", "latitude and longitude go together.");
        Coordinates? position = request is { Latitude: { } latitude, Longitude: { } longitude } ? new Coordinates(latitude, longitude) : null;
        if (position is { IsValid: false })
            faults.Add("latitude", "range", "latitude must be from -90 to 90 and longitude from -180 to 180.");
        faults.InRange("tolls", request.Tolls ?? 0, 0, AmendRequest.MaxExtra);
        faults.InRange("parking", request.Parking ?? 0, 0, AmendRequest.MaxExtra);
        if ((request.Tolls ?? request.Parking) is not null && step is not null and not JourneyProgress.Completed)
            faults.Add(request.Tolls is null ? "parking" : "tolls", "unexpected", "Tolls and parking are reported with the completion.");
        return step is { } known ? new ProgressReport(known, position, request.Tolls ?? 0, request.Parking ?? 0) : null;
    }

    /// <param name="read">The booking as it was read a moment ago.</param>
    /// <param name="report">The driver's.</param>
    /// <param name="caller">The driver, or staff for them.</param>
    /// <param name="cancellationToken">The request's.</param>
    public async Task<Result<Booking>> ExecuteAsync(Booking read, ProgressReport report, Caller caller, CancellationToken cancellationToken)
    {
        // Only an ended journey is charged for waiting.
        var tariffs = report.Step == JourneyProgress.Completed ? await settings.TariffsAsync(cancellationToken) : [];
        return await writer.ChangeAsync(read, booking => Task.FromResult(Advance(booking, report, tariffs, caller)), cancellationToken);
    }

    private Result<BookingEdit> Advance(Booking booking, ProgressReport report, IReadOnlyList<Tariff> tariffs, Caller caller)
    {
        // Between the look and the change the job may have gone to another driver.
        if (!caller.IsStaff && !caller.Drives(booking))
            return Refusal.NotFound("booking");
        var charged = report.Step == JourneyProgress.Completed ? booking.WithExtras(Extras(booking, report, tariffs)) : booking;
        return charged.Report(report.Step, report.Position, policies.Journey, caller.Actor, time.GetUtcNow())
            .Then<BookingEdit>(change => BookingEdit.Of(change, Also(booking, change.Booking, caller)));
    }

    private List<Extra> Extras(Booking booking, ProgressReport report, IReadOnlyList<Tariff> tariffs)
    {
        var extras = new List<Extra>();
        var minutes = booking.ChargeableWaitingMinutes(policies.Journey);
        var rate = tariffs.FirstOrDefault(tariff => tariff.VehicleClass == booking.Journey.VehicleClass)?.PerWaitingMinute ?? 0;
        if (minutes > 0 && rate > 0)
            extras.Add(new Extra(ExtraKind.Waiting, minutes * rate, $"{minutes} minutes beyond the free waiting time"));
        if (report.Tolls > 0)
            extras.Add(new Extra(ExtraKind.Tolls, report.Tolls, "Tolls"));
        if (report.Parking > 0)
            extras.Add(new Extra(ExtraKind.Parking, report.Parking, "Parking"));
        return extras;
    }

    private Action<ITransaction> Also(Booking before, Booking after, Caller caller) => transaction =>
    {
        // The record must stand before the journey starts, whatever happened since the assignment.
        if (after.Progress == JourneyProgress.EnRoute)
            transaction.Put(LegalRecord.Of(after));
        audit.By(caller, "booking.progress", after.Id.Value, Wire.Name(before.Status), Wire.Name(after.Status))?.Invoke(transaction);
    };
}
