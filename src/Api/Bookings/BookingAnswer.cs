using System.Text.Json.Serialization;
using Nots.Api.Json;
using Nots.Api.Quotes;
using Nots.Application.Bookings;
using Nots.Domain.Bookings;
using Nots.Domain.Common;
using Nots.Domain.Quotes;

namespace Nots.Api.Bookings;

/// <summary>A booking as it is sent, with as much as its reader may see.</summary>
internal sealed record BookingAnswer
{
    public required string BookingId { get; init; }

    public required string BookingReference { get; init; }

    [WireNames<BookingStatus>]
    public required string Status { get; init; }

    [WireNames<BookingStage>]
    public required string Stage { get; init; }

    public required long Version { get; init; }

    public required BookedQuoteAnswer Quote { get; init; }

    public required CustomerAnswer Customer { get; init; }

    public required BookedJourneyAnswer Journey { get; init; }

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

    public BookedDriverAnswer? Driver { get; init; }

    public BookedVehicleAnswer? Vehicle { get; init; }

    public required PaymentAnswer Payment { get; init; }

    [WireNames<JourneyProgress>]
    public string? Progress { get; init; }

    public required IReadOnlyList<TimelineAnswer> Timeline { get; init; }

    public required IReadOnlyList<ExtraAnswer> Extras { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CancellationAnswer? Cancellation { get; init; }

    /// <summary>Until when it waits for its card payment.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTime? HeldUntil { get; init; }

    /// <summary>For staff.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? InternalNotes { get; init; }

    /// <summary>For staff.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ActorAnswer? BookedBy { get; init; }

    /// <summary>Given once, to whoever made the booking.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ManageToken { get; init; }

    public required DateTime CreatedAt { get; init; }

    public required DateTime UpdatedAt { get; init; }

    public static BookingAnswer Of(BookingDetails details)
    {
        var booking = details.Booking;
        return new BookingAnswer
        {
            BookingId = booking.Id,
            BookingReference = booking.Reference,
            Status = Wire.Name(booking.Status),
            Stage = Wire.Name(booking.Stage),
            Version = booking.Version,
            Quote = new BookedQuoteAnswer(booking.QuoteId, PricingAnswer.Of(booking.Fare)),
            Customer = CustomerAnswer.Of(booking.Customer, whole: details.ForStaff || details.ForPayer),
            Journey = BookedJourneyAnswer.Of(booking.Journey),
            Passengers = booking.Journey.Passengers,
            Luggage = booking.Journey.Luggage,
            VehicleType = Wire.Name(booking.Journey.VehicleClass),
            JourneyType = Wire.Name(booking.Journey.Type),
            Hours = booking.Journey.Hours,
            PickupInstructions = booking.PickupInstructions,
            DropoffInstructions = booking.DropoffInstructions,
            SpecialRequirements = booking.SpecialRequirements,
            Driver = BookedDriverAnswer.Of(booking.Driver),
            Vehicle = BookedVehicleAnswer.Of(booking.Vehicle),
            Payment = PaymentAnswer.Of(details),
            Progress = booking.Progress is { } progress ? Wire.Name(progress) : null,
            Timeline = TimelineAnswer.Of(booking.Timeline),
            Extras = ExtraAnswer.Of(booking.Extras),
            Cancellation = CancellationAnswer.Of(booking.Cancellation),
            HeldUntil = WireClock.Utc(booking.HeldUntil),
            InternalNotes = details.ForStaff ? booking.InternalNotes : null,
            BookedBy = details.ForStaff ? ActorAnswer.Of(booking.BookedBy) : null,
            ManageToken = details.ManageToken,
            CreatedAt = WireClock.Utc(booking.CreatedAt),
            UpdatedAt = WireClock.Utc(booking.UpdatedAt),
        };
    }
}
