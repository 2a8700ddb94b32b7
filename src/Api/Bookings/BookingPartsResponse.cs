using System.Text.Json.Serialization;
using Nots.Api.Json;
using Nots.Api.Quotes;
using Nots.Application.Bookings;
using Nots.Application.Common;
using Nots.Domain.Bookings;
using Nots.Domain.Common;
using Nots.Domain.Quotes;

namespace Nots.Api.Bookings;

/// <summary>The quote that a booking was made of, and its price.</summary>
internal sealed record BookedQuoteResponse(string QuoteId, PricingResponse Pricing);

/// <summary>Where a booked journey goes, and when.</summary>
internal sealed record BookedJourneyResponse(
    PlaceResponse PickupLocation,
    PlaceResponse DropoffLocation,
    IReadOnlyList<WaypointResponse> Waypoints,
    DateTime PickupTime,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTime? ReturnPickupTime,
    DistanceResponse Distance,
    DurationResponse Duration,
    bool Estimated)
{
    public static BookedJourneyResponse From(Journey journey)
    {
        var way = JourneyResponse.From(journey);
        return new BookedJourneyResponse(
            PlaceResponse.From(journey.Pickup), PlaceResponse.From(journey.Dropoff), WaypointResponse.From(journey.Vias), WireClock.Utc(journey.PickupAt),
            WireClock.Utc(journey.Inbound?.PickupAt), way.Distance, way.Duration, way.Estimated);
    }
}

/// <summary>The hirer. A driver gets the name and the phone number only.</summary>
internal sealed record CustomerResponse(
    string FirstName,
    string LastName,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Email,
    string Phone)
{
    public static CustomerResponse From(Customer customer, bool whole) =>
        new(customer.FirstName, customer.LastName, whole ? customer.Email : null, customer.Phone);
}

/// <summary>The driver of a job, as far as the passenger needs to know them.</summary>
internal sealed record BookedDriverResponse(string DriverId, string FirstName, string LastName, string Phone, decimal Rating)
{
    public static BookedDriverResponse? From(AllocatedDriver? driver) =>
        driver is null ? null : new(driver.DriverId.Value, driver.FirstName, driver.LastName, driver.Phone, driver.Rating);
}

/// <summary>The vehicle of a job, as the passenger recognises it.</summary>
internal sealed record BookedVehicleResponse(
    string VehicleId, string Registration, string Make, string Model, string Color, [property: WireNames<VehicleClass>] string Type, string PlateNumber)
{
    public static BookedVehicleResponse? From(AllocatedVehicle? vehicle) => vehicle is null
        ? null
        : new(
            vehicle.VehicleId.Value, vehicle.Registration, vehicle.Make, vehicle.Model, vehicle.Color, Wire.Name(vehicle.VehicleClass), vehicle.PlateNumber);
}

/// <summary>How a booking is paid, and how far. Amounts in pence.</summary>
/// <param name="PaymentIntentId">Stripe's; for the payer and staff.</param>
/// <param name="ClientSecret">What confirms the payment: for the payer, while it can still be paid.</param>
internal sealed record PaymentResponse(
    [property: WireNames<PaymentMethod>] string Method,
    [property: WireNames<PaymentStatus>] string Status,
    long Amount,
    long Refunded,
    string Currency,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? PaymentIntentId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? ClientSecret)
{
    public static PaymentResponse From(BookingDetails details)
    {
        var payment = details.Booking.Payment;
        return new PaymentResponse(
            Wire.Name(payment.Method), Wire.Name(payment.Status), payment.Amount, payment.Refunded, payment.Currency,
            details.ForPayer ? payment.IntentId : null,
            details.ClientSecret);
    }
}

/// <summary>Something to pay beyond the fare, in pence.</summary>
internal sealed record ExtraResponse([property: WireNames<ExtraKind>] string Kind, long Amount, string Description)
{
    public static IReadOnlyList<ExtraResponse> From(IReadOnlyList<Extra> extras) => extras.Count == 0
        ? []
        : [.. extras.Select(extra => new ExtraResponse(Wire.Name(extra.Kind), extra.Amount, extra.Description))];
}

/// <summary>What happened when.</summary>
internal sealed record TimelineResponse(DateTime At, string Event)
{
    public static IReadOnlyList<TimelineResponse> From(IReadOnlyList<TimelineEntry> timeline)
    {
        var answers = new TimelineResponse[timeline.Count];
        for (var i = 0; i < answers.Length; i++)
            answers[i] = new TimelineResponse(WireClock.Utc(timeline[i].At), timeline[i].Event);
        return answers;
    }
}

/// <summary>That a booking was called off, and what comes back for it, in pence.</summary>
internal sealed record CancellationResponse(
    string? Reason,
    [property: WireNames<ActorKind>] string CancelledBy,
    DateTime CancelledAt,
    long RefundAmount,
    [property: WireNames<RefundStatus>] string RefundStatus,
    [property: WireNames<CancellationCause>] string Cause)
{
    public static CancellationResponse? From(Cancellation? cancellation) => cancellation is null
        ? null
        : new(
            cancellation.Reason, Wire.Name(cancellation.By.Kind), WireClock.Utc(cancellation.At), cancellation.RefundAmount,
            Wire.Name(cancellation.RefundStatus), Wire.Name(cancellation.Cause));
}
