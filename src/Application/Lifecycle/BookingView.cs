using Nots.Application.Bookings;
using Nots.Application.Messages;
using Nots.Domain.Bookings;

namespace Nots.Application.Lifecycle;

/// <summary>A booking as its orchestration sees it: small, and free of personal data, since it goes into the history.</summary>
/// <param name="Version">To close it by.</param>
/// <param name="Sequence">Of its last event that there may be something to say about.</param>
/// <param name="ByCard">Whether there is card money to take or to give back.</param>
/// <param name="HasDriver">Whether a driver and vehicle are allocated.</param>
/// <param name="PaymentToReturn">Whether a cancelled booking can still be paid, or has a refund that is not made yet.</param>
/// <param name="Agenda">What time brings, soonest first.</param>
public sealed record BookingView(
    BookingStage Stage,
    BookingStatus Status,
    long Version,
    int Sequence,
    bool ByCard,
    bool HasDriver,
    bool PaymentToReturn,
    IReadOnlyList<AgendaItem> Agenda)
{
    public static BookingView Of(Booking booking, IReadOnlyList<AgendaItem> agenda) => new(
        booking.Stage,
        booking.Status,
        booking.Version,
        BookingNotices.LastTold(booking),
        booking.Payment.Method == PaymentMethod.Card,
        booking.Driver is not null,
        booking.OwesPaymentBack,
        agenda);
}
