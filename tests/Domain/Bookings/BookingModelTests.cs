using System.Collections.Concurrent;
using CsCheck;
using Nots.Domain.Bookings;

namespace Nots.Domain.Tests.Bookings;

public sealed class BookingModelTests
{
    /// <summary>The steps of a good journey come more often than its ends, so that many a sequence goes far.</summary>
    private static readonly Gen<MoveKind> Kinds = Gen.Frequency(
        [.. Enum.GetValues<MoveKind>().Select(kind => (kind is MoveKind.Cancelled or MoveKind.CancelledByStaff or MoveKind.Released ? 1 : 5, kind))]);

    /// <summary>At any time from two days before to a day after the pick-up, in no order: clocks go back and news is late.</summary>
    private static readonly Gen<Move> Moves = Gen.Select(
        Kinds, Gen.Int[0, 72 * 60], Gen.Int[0, 100], (kind, minutes, percent) => new Move(kind, A.Now.AddMinutes(minutes), percent));

    [Fact]
    public void No_sequence_of_moves_leads_to_an_illegal_state()
    {
        var reached = new ConcurrentDictionary<string, bool>();

        Gen.Select(Gen.Enum<PaymentMethod>(), Moves.Array[0, 60]).Sample(
            (method, moves) =>
            {
                var model = new BookingModel(method);
                foreach (var move in moves)
                {
                    model.Play(move);
                    reached[BookingModel.StateOf(model.Booking)] = true;
                }
            },
            iter: 10_000);

        Assert.Equal(
            [
                "assigned", "cancelled", "cancelled arrived", "cancelled en_route", "cancelled onboard", "completed completed", "confirmed",
                "in_progress arrived", "in_progress en_route", "in_progress onboard", "no_show no_show", "pending",
            ],
            reached.Keys.Order(StringComparer.Ordinal));
    }
}
