using Nots.Domain.Common;

namespace Nots.Domain.Quotes;

/// <summary>A price for a journey, locked until it expires. One quote makes one booking.</summary>
public sealed record Quote : Entity
{
    /// <summary><c>quote_…</c></summary>
    public required QuoteId Id { get; init; }

    public required Journey Journey { get; init; }

    public required Fare Fare { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>The signed-in user who asked; null for a guest.</summary>
    public string? UserId { get; init; }

    /// <summary>The booking it became; null while it is free.</summary>
    public BookingId? BookingId { get; init; }

    /// <summary>Uses the quote up for a booking.</summary>
    public Result<Quote> LockTo(BookingId bookingId, DateTimeOffset now) => this switch
    {
        { BookingId: not null } => Refusal.Conflict("This quote has been booked already.", ("quoteId", Id.Value)),
        _ when now >= ExpiresAt => Refusal.Conflict("This quote has expired; ask for a new one.", ("quoteId", Id.Value)),
        _ => this with { BookingId = bookingId },
    };
}
