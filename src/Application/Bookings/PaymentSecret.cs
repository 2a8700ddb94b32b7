using Nots.Domain.Common;

namespace Nots.Application.Bookings;

/// <summary>
/// What the customer's browser confirms a booking's PaymentIntent with. It is the card processor's, and no part of the booking:
/// it is stored beside it while the booking may still be paid, so that whoever pays is given it without asking the processor.
/// </summary>
public sealed record PaymentSecret : Entity
{
    public required BookingId BookingId { get; init; }

    /// <summary>The intent that it confirms.</summary>
    public required string IntentId { get; init; }

    public required string ClientSecret { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }
}

/// <summary>Reads what PaymentIntents are confirmed with.</summary>
public interface IPaymentSecretStore
{
    /// <summary>Those of some bookings that there are, in no particular order, in one request; at most 100.</summary>
    Task<IReadOnlyList<PaymentSecret>> GetAsync(IReadOnlyCollection<BookingId> bookingIds, CancellationToken cancellationToken);
}
