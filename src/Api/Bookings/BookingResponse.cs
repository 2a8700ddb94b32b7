using System.Text.Json.Serialization;
using Nots.Api.Json;
using Nots.Api.Paging;
using Nots.Api.Quotes;
using Nots.Application.Bookings;
using Nots.Application.Common;
using Nots.Domain.Bookings;
using Nots.Domain.Common;
using Nots.Domain.Quotes;

namespace Nots.Api.Bookings;

/// <summary>A page of bookings.</summary>
internal sealed record BookingsResponse(IReadOnlyList<BookingResponse> Bookings, PaginationResponse Pagination);

/// <summary>A booking as it is sent, with as much as its reader may see.</summary>
internal sealed record BookingResponse
{
    public required string BookingId { get; init; }

    public required string BookingReference { get; init; }

    [WireNames<BookingStatus>]
    public required string Status { get; init; }

    [WireNames<BookingStage>]
    public required string Stage { get; init; }

    public required long Version { get; init; }

    public required BookedQuoteResponse Quote { get; init; }

    public required CustomerResponse Customer { get; init; }

    public required BookedJourneyResponse Journey { get; init; }

    public required int Passengers { get; init; }

    public required int Luggage { get; init; }

    [WireNames<VehicleClass>]
    public required string VehicleType { get; init; }

    [WireNames<JourneyType>]
    public required string JourneyType { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Hours { get; init; }

    public string? PickupInstructions { get; init; }

    public string? DropoffInstructions { get; init; }

    public string? SpecialRequirements { get; init; }

    public BookedDriverResponse? Driver { get; init; }

    public BookedVehicleResponse? Vehicle { get; init; }

    public required PaymentResponse Payment { get; init; }

    [WireNames<JourneyProgress>]
    public string? Progress { get; init; }

    public required IReadOnlyList<TimelineResponse> Timeline { get; init; }

    public required IReadOnlyList<ExtraResponse> Extras { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CancellationResponse? Cancellation { get; init; }

    /// <summary>Until when it waits for its card payment.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTime? HeldUntil { get; init; }

    /// <summary>For staff.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? InternalNotes { get; init; }

    /// <summary>For staff.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ActorResponse? BookedBy { get; init; }

    /// <summary>Given once, to whoever made the booking.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ManageToken { get; init; }

    public required DateTime CreatedAt { get; init; }

    public required DateTime UpdatedAt { get; init; }

    public static BookingResponse From(BookingDetails details)
    {
        var booking = details.Booking;
        return new BookingResponse
        {
            BookingId = booking.Id.Value,
            BookingReference = booking.Reference,
            Status = Wire.Name(booking.Status),
            Stage = Wire.Name(booking.Stage),
            Version = booking.Version,
            Quote = new BookedQuoteResponse(booking.QuoteId.Value, PricingResponse.From(booking.Fare)),
            Customer = CustomerResponse.From(booking.Customer, whole: details.ForStaff || details.ForPayer),
            Journey = BookedJourneyResponse.From(booking.Journey),
            Passengers = booking.Journey.Passengers,
            Luggage = booking.Journey.Luggage,
            VehicleType = Wire.Name(booking.Journey.VehicleClass),
            JourneyType = Wire.Name(booking.Journey.Type),
            Hours = booking.Journey.Hours,
            PickupInstructions = booking.PickupInstructions,
            DropoffInstructions = booking.DropoffInstructions,
            SpecialRequirements = booking.SpecialRequirements,
            Driver = BookedDriverResponse.From(booking.Driver),
            Vehicle = BookedVehicleResponse.From(booking.Vehicle),
            Payment = PaymentResponse.From(details),
            Progress = booking.Progress is { } progress ? Wire.Name(progress) : null,
            Timeline = TimelineResponse.From(booking.Timeline),
            Extras = ExtraResponse.From(booking.Extras),
            Cancellation = CancellationResponse.From(booking.Cancellation),
            HeldUntil = WireClock.Utc(booking.HeldUntil),
            InternalNotes = details.ForStaff ? booking.InternalNotes : null,
            BookedBy = details.ForStaff ? ActorResponse.From(booking.BookedBy) : null,
            ManageToken = details.ManageToken,
            CreatedAt = WireClock.Utc(booking.CreatedAt),
            UpdatedAt = WireClock.Utc(booking.UpdatedAt),
        };
    }
}

/// <summary>A booking's event record, oldest first.</summary>
internal sealed record BookingEventsResponse(IReadOnlyList<BookingEventResponse> Events);

/// <summary>One entry of the record.</summary>
/// <param name="Sequence">From 1, without gaps.</param>
/// <param name="Facts">What a reader needs beyond the type, by name.</param>
internal sealed record BookingEventResponse(int Sequence, string Type, DateTime At, ActorResponse By, IReadOnlyDictionary<string, string> Facts)
{
    public static BookingEventResponse From(BookingEvent entry) =>
        new(entry.Sequence, entry.Type, WireClock.Utc(entry.At), ActorResponse.From(entry.By), entry.Facts);
}

/// <summary>Who did something; for staff.</summary>
internal sealed record ActorResponse(
    [property: WireNames<ActorKind>] string Kind, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Id)
{
    public static ActorResponse From(Actor actor) => new(Wire.Name(actor.Kind), actor.Id);
}

/// <summary>The requests and responses of bookings, compiled: they are read and written without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(BookingRequest))]
[JsonSerializable(typeof(AmendRequest))]
[JsonSerializable(typeof(BookingResponse))]
[JsonSerializable(typeof(BookingsResponse))]
[JsonSerializable(typeof(BookingEventsResponse))]
internal sealed partial class BookingJson : JsonSerializerContext;
