using Nots.Domain.Bookings;
using Nots.Domain.Common;

namespace Nots.Domain.Tests.Bookings;

/// <summary>
/// A booking under random moves, and beside it a plain account of where it may go and of whose money is where, kept from the
/// product's rules and not from the booking.
/// </summary>
internal sealed class BookingModel(PaymentMethod method)
{
    private static readonly Dictionary<string, string[]> Roads = new()
    {
        ["pending"] = ["confirmed", "cancelled"],
        ["confirmed"] = ["assigned", "cancelled"],
        ["assigned"] = ["assigned", "confirmed", "in_progress en_route", "cancelled"],
        ["in_progress en_route"] = ["in_progress arrived", "cancelled en_route"],
        ["in_progress arrived"] = ["in_progress onboard", "no_show no_show", "cancelled arrived"],
        ["in_progress onboard"] = ["completed completed", "cancelled onboard"],
    };

    private readonly long _fare = A.Booking(method).Payment.Amount;
    private long _received;
    private long _back;
    private long? _owedInAll;
    private bool _refundFailed;

    public Booking Booking { get; private set; } = A.Booking(method);

    public static string StateOf(Booking booking) =>
        booking.Progress is { } progress ? $"{Wire.Name(booking.Status)} {Wire.Name(progress)}" : Wire.Name(booking.Status);

    public void Play(Move move)
    {
        var before = Booking;
        var change = Attempt(before, move, out var after);
        Booking = after;

        Account(before, after, move, change?.Event);
        TheRecordOnlyGrows(before, after, change);
        TheRoadExists(before, after);
        TheStateIsWhole();
        TheMoneyIsWhereTheModelHasIt();
    }

    private static BookingChange? Attempt(Booking booking, Move move, out Booking after)
    {
        var at = move.At;
        var share = booking.Payment.Amount * move.Percent / 100;
        BookingChange? change = move.Kind switch
        {
            MoveKind.PaymentSucceeded => booking.PaymentSucceeded(booking.Payment.Amount, A.IntentId, at),
            MoveKind.WrongPaymentSucceeded => booking.PaymentSucceeded(booking.Payment.Amount + 1 + move.Percent, "pi_wrong", at),
            MoveKind.PaymentFailed => booking.PaymentFailed("card_declined", at),
            MoveKind.PaymentCancelled => booking.PaymentCancelled(at),
            MoveKind.Refunded => booking.Refunded(share, "re_1", at),
            MoveKind.RefundFailed => booking.RefundFailed("expired_card", at),
            MoveKind.Disputed => booking.Disputed(share, null, at),
            MoveKind.Released => Accepted(booking.ReleaseUnpaid(at)),
            MoveKind.Assigned => Accepted(booking.Assign(A.Driver(), A.Vehicle(), A.Dispatcher, at)),
            MoveKind.Unassigned => Accepted(booking.Unassign("Ill", A.Dispatcher, at)),
            MoveKind.Amended => Accepted(booking.Amend("Side door", null, A.Dispatcher, at)),
            MoveKind.Retimed => Accepted(booking.ChangePickupTime(at.AddHours(move.Percent), A.Dispatcher, at)),
            MoveKind.Cancelled => Accepted(booking.Cancel(null, CancellationPolicy.Default, null, A.Customer, at)),
            MoveKind.CancelledByStaff => Accepted(booking.Cancel(null, CancellationPolicy.Default, share, A.Dispatcher, at)),
            MoveKind.EnRoute => Report(booking, JourneyProgress.EnRoute, at),
            MoveKind.Arrived => Report(booking, JourneyProgress.Arrived, at),
            MoveKind.Onboard => Report(booking, JourneyProgress.Onboard, at),
            MoveKind.Completed => Report(booking, JourneyProgress.Completed, at),
            MoveKind.NoShow => Report(booking, JourneyProgress.NoShow, at),
            _ => null,
        };
        after = move.Kind switch
        {
            MoveKind.IntentOpened => booking.WithIntent($"pi_{move.Percent}"),
            MoveKind.Closed => booking.Close(at),
            MoveKind.ExtraAdded => booking.WithExtras(new Extra(ExtraKind.Tolls, 250, "Ferry")),
            _ => change?.Booking ?? booking,
        };
        return change;
    }

    private static BookingChange? Accepted(Result<BookingChange> result) => result.Succeeded ? result.Value : null;

    private static BookingChange? Report(Booking booking, JourneyProgress step, DateTimeOffset at) =>
        Accepted(booking.Report(step, null, A.Rules, A.AtTheWheel, at));

    /// <summary>Whose money is where after a move, from the product's rules alone.</summary>
    private void Account(Booking before, Booking after, Move move, BookingEvent? happened)
    {
        switch (move.Kind)
        {
            case MoveKind.PaymentSucceeded when method == PaymentMethod.Card && _received == 0:
                _received = _fare;
                if (before.Status == BookingStatus.Cancelled)
                    _owedInAll = _fare;
                break;
            case MoveKind.Refunded when _received > 0:
                _back = Math.Max(_back, _fare * move.Percent / 100);
                break;
            case MoveKind.Cancelled or MoveKind.CancelledByStaff when before.Status != after.Status:
                _owedInAll = _back + (move.Kind == MoveKind.CancelledByStaff ? _fare * move.Percent / 100 : PolicyShare(before, move.At));
                break;
            case MoveKind.Released when before.Status != after.Status:
                _owedInAll = 0;
                break;
            case MoveKind.RefundFailed when _owedInAll > _back:
                _refundFailed = true;
                break;
        }
        // One receipt, one event; what is known already is none.
        Assert.Equal(happened is { Type: "confirmed" or "payment_completed" }, before.Payment.Received != after.Payment.Received);
    }

    private long PolicyShare(Booking booking, DateTimeOffset at) => booking switch
    {
        { Status: BookingStatus.InProgress } => 0,
        _ when booking.Journey.PickupAt - at >= TimeSpan.FromHours(2) => _received - _back,
        _ => (_received - _back + 1) / 2,
    };

    private static void TheRecordOnlyGrows(Booking before, Booking after, BookingChange? change)
    {
        Assert.Equal(before.Timeline, after.Timeline.Take(before.Timeline.Count));
        Assert.Equal(before.Timeline.Count + (change is null ? 0 : 1), after.Timeline.Count);
        if (change is null)
            return;
        Assert.Null(after.ClosedAt);
        Assert.Equal((after.Id, after.Timeline.Count), (change.Event.BookingId, change.Event.Sequence));
        Assert.Equal(after.Timeline[^1], new TimelineEntry(change.Event.At, change.Event.Type));
    }

    private static void TheRoadExists(Booking before, Booking after)
    {
        var (from, to) = (StateOf(before), StateOf(after));
        if (from != to)
            Assert.Contains(to, Roads.GetValueOrDefault(from, []));
        Assert.Equal((before.Id, before.Fare, before.Payment.Amount, before.Payment.Method), (after.Id, after.Fare, after.Payment.Amount, after.Payment.Method));
    }

    private void TheStateIsWhole()
    {
        var driven = Booking.Status is BookingStatus.Assigned or BookingStatus.InProgress or BookingStatus.Completed or BookingStatus.NoShow;
        object?[] allocation = [Booking.Driver, Booking.Vehicle, Booking.DispatchedBy, Booking.AssignedAt];
        Assert.True(allocation.All(part => part is null) || allocation.All(part => part is not null));
        if (Booking.Status != BookingStatus.Cancelled)
            Assert.Equal(driven, Booking.Driver is not null);
        Assert.Equal(Booking.Status == BookingStatus.Pending, Booking.HeldUntil is not null);
        Assert.Equal(Booking.Status == BookingStatus.Cancelled, Booking.Cancellation is not null);
        Assert.Equal(Booking.Progress >= JourneyProgress.Arrived, Booking.ArrivedAt is not null);
        Assert.Equal(Booking.Progress is JourneyProgress.Onboard or JourneyProgress.Completed, Booking.OnboardAt is not null);
    }

    private void TheMoneyIsWhereTheModelHasIt()
    {
        var payment = Booking.Payment;
        Assert.Equal((_received > 0, _back, _received - _back), (payment.Received, payment.Refunded, payment.Refundable));
        Assert.InRange(payment.Refunded, 0, payment.Amount);
        Assert.Equal(method != PaymentMethod.Card, payment.Status == PaymentStatus.NotRequired);
        if (payment.Received)
        {
            Assert.Equal(
                _back == 0 ? PaymentStatus.Completed : _back < _fare ? PaymentStatus.PartiallyRefunded : PaymentStatus.Refunded, payment.Status);
            Assert.Equal(A.IntentId, payment.IntentId);
        }
        if (method == PaymentMethod.Card && Booking.Status is not (BookingStatus.Pending or BookingStatus.Cancelled))
            Assert.True(payment.Received);
        if (Booking.Status == BookingStatus.Pending)
            Assert.False(payment.Received);
        Assert.Equal(
            Booking.Status == BookingStatus.Cancelled && (payment.Open || (_owedInAll > _back && !_refundFailed)), Booking.OwesPaymentBack);
        if (Booking.Cancellation is { } cancellation)
            TheRefundIsWhereTheModelHasIt(cancellation);
    }

    private void TheRefundIsWhereTheModelHasIt(Cancellation cancellation)
    {
        Assert.Equal(_owedInAll, cancellation.RefundTotal);
        Assert.InRange(cancellation.RefundAmount, 0, _received);
        Assert.InRange(cancellation.RefundTotal, 0, _received);
        Assert.Equal(
            cancellation switch
            {
                { RefundAmount: 0 } => RefundStatus.NotRequired,
                _ when _back >= _owedInAll => RefundStatus.Succeeded,
                _ => _refundFailed ? RefundStatus.Failed : RefundStatus.Pending,
            },
            cancellation.RefundStatus);
    }
}
