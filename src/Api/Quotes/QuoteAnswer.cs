using System.Text.Json.Serialization;
using Nots.Api.Json;
using Nots.Domain.Common;
using Nots.Domain.Quotes;

namespace Nots.Api.Quotes;

/// <summary>A quote as it is sent.</summary>
internal sealed record QuoteAnswer
{
    public required string QuoteId { get; init; }

    /// <summary><c>valid</c>, or <c>booked</c> once a booking was made of it.</summary>
    [WireNames<QuoteStatus>]
    public required string Status { get; init; }

    public required DateTime ExpiresAt { get; init; }

    public required DateTime CreatedAt { get; init; }

    public required JourneyAnswer Journey { get; init; }

    public required PricingAnswer Pricing { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<LegAnswer>? Legs { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<OptionAnswer>? Options { get; init; }

    public required PlaceAnswer PickupLocation { get; init; }

    public required PlaceAnswer DropoffLocation { get; init; }

    public required IReadOnlyList<WaypointAnswer> Waypoints { get; init; }

    public required DateTime PickupTime { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTime? ReturnPickupTime { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Hours { get; init; }

    public required int Passengers { get; init; }

    public required int Luggage { get; init; }

    [WireNames<VehicleClass>]
    public required string VehicleType { get; init; }

    [WireNames<JourneyType>]
    public required string JourneyType { get; init; }

    /// <param name="quote">Still in force.</param>
    /// <param name="options">The other classes, when they were asked for.</param>
    public static QuoteAnswer Of(Quote quote, IReadOnlyList<Quote> options)
    {
        var journey = quote.Journey;
        return new QuoteAnswer
        {
            QuoteId = quote.Id,
            Status = Wire.Name(quote.BookingId is null ? QuoteStatus.Valid : QuoteStatus.Booked),
            ExpiresAt = WireClock.Utc(quote.ExpiresAt),
            CreatedAt = WireClock.Utc(quote.CreatedAt),
            Journey = JourneyAnswer.Of(journey),
            Pricing = PricingAnswer.Of(quote.Fare),
            Legs = LegAnswer.Of(quote),
            Options = options.Count == 0 ? null : [.. options.Select(OptionAnswer.Of)],
            PickupLocation = PlaceAnswer.Of(journey.Pickup),
            DropoffLocation = PlaceAnswer.Of(journey.Dropoff),
            Waypoints = WaypointAnswer.Of(journey.Vias),
            PickupTime = WireClock.Utc(journey.PickupAt),
            ReturnPickupTime = WireClock.Utc(journey.Inbound?.PickupAt),
            Hours = journey.Hours,
            Passengers = journey.Passengers,
            Luggage = journey.Luggage,
            VehicleType = Wire.Name(journey.VehicleClass),
            JourneyType = Wire.Name(journey.Type),
        };
    }
}
