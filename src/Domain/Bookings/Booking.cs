using Nots.Domain.Common;
using Nots.Domain.Quotes;

namespace Nots.Domain.Bookings;

/// <summary>
/// A journey that somebody booked, with its payment, its driver and its record. Every change goes through a method that
/// either refuses it, naming the state the booking is in, or gives the changed booking and the event of it.
/// </summary>
public sealed partial record Booking : Entity
{
    /// <summary><c>booking_…</c>; also the id of its orchestration.</summary>
    public required BookingId Id { get; init; }

    /// <summary><c>NOTS-</c> and six characters that cannot be misheard.</summary>
    public required string Reference { get; init; }

    public required BookingStatus Status { get; init; }

    public required QuoteId QuoteId { get; init; }

    public required Journey Journey { get; init; }

    public required Fare Fare { get; init; }

    public required Customer Customer { get; init; }

    /// <summary>The signed-in customer whose booking it is; null for a guest.</summary>
    public string? UserId { get; init; }

    /// <summary>Who took the booking.</summary>
    public required Actor BookedBy { get; init; }

    public string? PickupInstructions { get; init; }

    public string? DropoffInstructions { get; init; }

    public string? SpecialRequirements { get; init; }

    /// <summary>For staff alone.</summary>
    public string? InternalNotes { get; init; }

    public required BookingPayment Payment { get; init; }

    /// <summary>Until when the booking waits for its card payment, UTC; null where it does not wait.</summary>
    public DateTimeOffset? HeldUntil { get; init; }

    public AllocatedDriver? Driver { get; init; }

    public AllocatedVehicle? Vehicle { get; init; }

    /// <summary>The person who dispatched it.</summary>
    public Actor? DispatchedBy { get; init; }

    /// <summary>When the driver was allocated, UTC.</summary>
    public DateTimeOffset? AssignedAt { get; init; }

    public JourneyProgress? Progress { get; init; }

    /// <summary>When the driver reported the arrival, UTC.</summary>
    public DateTimeOffset? ArrivedAt { get; init; }

    /// <summary>When the passengers got in, UTC.</summary>
    public DateTimeOffset? OnboardAt { get; init; }

    public Cancellation? Cancellation { get; init; }

    public IReadOnlyList<Extra> Extras { get; init; } = [];

    public IReadOnlyList<TimelineEntry> Timeline { get; init; } = [];

    /// <summary>When its orchestration had nothing left to do, UTC; null while it has. Any later change opens it again.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>Whether nothing more can happen to the journey.</summary>
    public bool Ended => Status is BookingStatus.Completed or BookingStatus.Cancelled or BookingStatus.NoShow;

    /// <summary>Whether it was called off, and the card can still be charged or has yet to be refunded.</summary>
    public bool OwesPaymentBack =>
        Status == BookingStatus.Cancelled && (Payment.Open || Cancellation is { RefundStatus: RefundStatus.Pending });

    public BookingStage Stage => Status switch
    {
        BookingStatus.Pending => BookingStage.Payment,
        BookingStatus.Confirmed or BookingStatus.Assigned => BookingStage.DriverAssignment,
        BookingStatus.InProgress => BookingStage.Journey,
        BookingStatus.Cancelled => BookingStage.Cancellation,
        _ => BookingStage.Completion,
    };

    /// <summary>A new booking of a quote.</summary>
    public static BookingChange Create(NewBooking request, DateTimeOffset now)
    {
        var quote = request.Quote;
        var card = request.PaymentMethod == PaymentMethod.Card;
        var booking = new Booking
        {
            Id = request.Id,
            Reference = request.Reference,
            Status = card ? BookingStatus.Pending : BookingStatus.Confirmed,
            QuoteId = quote.Id,
            Journey = quote.Journey,
            Fare = quote.Fare,
            Customer = request.Customer,
            UserId = request.UserId,
            BookedBy = request.BookedBy,
            PickupInstructions = request.PickupInstructions,
            DropoffInstructions = request.DropoffInstructions,
            SpecialRequirements = request.SpecialRequirements,
            Payment = new BookingPayment
            {
                PaymentId = request.PaymentId,
                Method = request.PaymentMethod,
                Status = card ? PaymentStatus.Pending : PaymentStatus.NotRequired,
                Amount = quote.Fare.Breakdown.Total,
            },
            HeldUntil = card ? now + request.PaymentHold : null,
        };
        return booking.Record(BookingEventType.Created, request.BookedBy, now);
    }

    /// <summary>Its orchestration has nothing left to do.</summary>
    public Booking Close(DateTimeOffset now) => this with { ClosedAt = now };

    private BookingChange Record(string type, Actor by, DateTimeOffset at, params (string Name, string? Value)[] facts)
    {
        var changed = this with { Timeline = [.. Timeline, new TimelineEntry(at, type)], ClosedAt = null };
        return new BookingChange(changed, new BookingEvent
        {
            BookingId = Id,
            Sequence = changed.Timeline.Count,
            Type = type,
            At = at,
            By = by,
            Facts = facts.Where(fact => fact.Value is not null).ToDictionary(fact => fact.Name, fact => fact.Value!),
        });
    }

    private Refusal Refuse(string move) => Refusal.Conflict(
        $"A booking that is {Wire.Name(Status)} cannot be {move}.",
        ("status", Wire.Name(Status)), ("progress", Progress is { } progress ? Wire.Name(progress) : "none"));
}
