namespace Nots.Domain.Tests.Bookings;

internal enum MoveKind
{
    IntentOpened,
    PaymentSucceeded,
    WrongPaymentSucceeded,
    PaymentFailed,
    PaymentCancelled,
    Released,
    Assigned,
    Unassigned,
    Amended,
    Retimed,
    EnRoute,
    Arrived,
    Onboard,
    Completed,
    NoShow,
    ExtraAdded,
    Closed,
    Cancelled,
    CancelledByStaff,
    Refunded,
    RefundFailed,
    Disputed,
}

/// <summary>Something that somebody tries with a booking.</summary>
/// <param name="Percent">0 to 100: of the fare, or hours, or whatever the move takes.</param>
internal sealed record Move(MoveKind Kind, DateTimeOffset At, int Percent);
