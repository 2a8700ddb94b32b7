namespace Nots.Application.Payments;

/// <summary>Something that happened at the card processor.</summary>
/// <param name="EventId">Stripe's, <c>evt_…</c>: an event may come more than once.</param>
/// <param name="Kind">What happened.</param>
/// <param name="IntentId">The PaymentIntent it is about; null for kinds we do not handle.</param>
/// <param name="BookingId">From the intent's metadata; null where the event does not carry it.</param>
/// <param name="AmountPence">Received, refunded in all so far, or disputed, by kind; 0 otherwise.</param>
/// <param name="Reason">Of a failure or dispute, for people.</param>
public sealed record PaymentEvent(
    string EventId,
    PaymentEventKind Kind,
    string? IntentId,
    string? BookingId,
    long AmountPence,
    string? Currency,
    string? Reason,
    DateTimeOffset CreatedAt);
