using System.Text.Json.Serialization;
using Nots.Api.Json;
using Nots.Application.Common;
using Nots.Application.Quotes;
using Nots.Domain.Common;
using Nots.Domain.Quotes;

namespace Nots.Api.Quotes;

/// <summary>A quote as it is sent.</summary>
internal sealed record QuoteResponse
{
    public required string QuoteId { get; init; }

    /// <summary><c>valid</c>, or <c>booked</c> once a booking was made of it.</summary>
    [WireNames<QuoteStatus>]
    public required string Status { get; init; }

    public required DateTime ExpiresAt { get; init; }

    public required DateTime CreatedAt { get; init; }

    public required JourneyResponse Journey { get; init; }

    public required PricingResponse Pricing { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<LegResponse>? Legs { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<OptionResponse>? Options { get; init; }

    public required PlaceResponse PickupLocation { get; init; }

    public required PlaceResponse DropoffLocation { get; init; }

    public required IReadOnlyList<WaypointResponse> Waypoints { get; init; }

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
    public static QuoteResponse From(Quote quote, IReadOnlyList<Quote> options)
    {
        var journey = quote.Journey;
        return new QuoteResponse
        {
            QuoteId = quote.Id.Value,
            Status = Wire.Name(quote.BookingId is null ? QuoteStatus.Valid : QuoteStatus.Booked),
            ExpiresAt = WireClock.Utc(quote.ExpiresAt),
            CreatedAt = WireClock.Utc(quote.CreatedAt),
            Journey = JourneyResponse.From(journey),
            Pricing = PricingResponse.From(quote.Fare),
            Legs = LegResponse.From(quote),
            Options = options.Count == 0 ? null : [.. options.Select(OptionResponse.From)],
            PickupLocation = PlaceResponse.From(journey.Pickup),
            DropoffLocation = PlaceResponse.From(journey.Dropoff),
            Waypoints = WaypointResponse.From(journey.Vias),
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

/// <summary>Whether a quote can be booked. An expired one is not found any more.</summary>
internal enum QuoteStatus
{
    Valid,
    Booked,
}

/// <summary>The same journey in a vehicle class: a quote of its own that can be booked.</summary>
internal sealed record OptionResponse([property: WireNames<VehicleClass>] string VehicleType, string QuoteId, PricingResponse Pricing)
{
    public static OptionResponse From(Quote quote) => new(Wire.Name(quote.Journey.VehicleClass), quote.Id.Value, PricingResponse.From(quote.Fare));
}

/// <summary>One of a return's two drives, before the return discount.</summary>
internal sealed record LegResponse(DateTime PickupTime, JourneyResponse Journey, BreakdownResponse Breakdown)
{
    /// <summary>Way out and way back; null for anything but a return.</summary>
    public static IReadOnlyList<LegResponse>? From(Quote quote) => quote is { Journey: { Inbound: { } back } journey, Fare.Legs: [var first, var second] }
        ? [From(journey.Outbound, journey, first), From(back, journey, second)]
        : null;

    private static LegResponse From(Leg leg, Journey journey, FareBreakdown breakdown) =>
        new(Json.WireClock.Utc(leg.PickupAt), JourneyResponse.From(leg, journey.Estimated), BreakdownResponse.From(breakdown));
}

/// <summary>A price, its making, and how to show it.</summary>
/// <param name="Currency">ISO 4217.</param>
/// <param name="DisplayTotal">Such as <c>£12.28</c>.</param>
internal sealed record PricingResponse(
    string Currency, [property: WireNames<PricingMethod>] string Method, BreakdownResponse Breakdown, string DisplayTotal)
{
    public static PricingResponse From(Fare fare) => new(
        Money.Currency, Wire.Name(fare.Method), BreakdownResponse.From(fare.Breakdown), Money.Display(fare.Breakdown.Total));
}

/// <summary>A fare line by line, in pence. Discounts are negative, so that the lines add up to the subtotal.</summary>
internal sealed record BreakdownResponse(
    long BaseFare,
    long DistanceCharge,
    long TimeCharge,
    long WaitingCharge,
    long HourlyCharge,
    long FixedPrice,
    long MinimumFareAdjustment,
    long Surge,
    long ReturnDiscount,
    long PromoDiscount,
    long CorporateDiscount,
    long Subtotal,
    long Tax,
    long Total)
{
    public static BreakdownResponse From(FareBreakdown fare) => new(
        fare.BaseFare, fare.DistanceCharge, fare.TimeCharge, fare.WaitingCharge, fare.HourlyCharge, fare.FixedPrice, fare.MinimumFareAdjustment,
        fare.Surge, fare.ReturnDiscount, fare.PromoDiscount, fare.CorporateDiscount, fare.Subtotal, fare.Tax, fare.Total);
}

/// <summary>The requests and responses of quotes, compiled: they are read and written without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(QuoteRequest))]
[JsonSerializable(typeof(QuoteResponse))]
[JsonSerializable(typeof(VehicleClassesResponse))]
[JsonSerializable(typeof(LocationsResponse))]
internal sealed partial class QuoteJson : JsonSerializerContext;
