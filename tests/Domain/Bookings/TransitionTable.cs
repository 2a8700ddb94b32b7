using Nots.Domain.Bookings;
using Nots.Domain.Common;

namespace Nots.Domain.Tests.Bookings;

/// <summary>
/// Every state that a booking can be in against every move, as the product's rules have it: pending, confirmed, assigned,
/// in progress (en route, arrived, on board), completed; cancelled from any state before completed; no-show from in progress
/// after the arrival; no step skipped, repeated or taken back.
/// </summary>
public sealed class TransitionTable
{
    private const string Table =
        """
        from                  assign    unassign   amend    retime  cancel     release    en_route  arrived  onboard  completed  no_show
        pending               -         -          same     same    cancelled  cancelled  -         -        -        -          -
        confirmed             assigned  -          same     same    cancelled  -          -         -        -        -          -
        assigned              assigned  confirmed  same     same    cancelled  -          en_route  -        -        -          -
        en_route              -         -          same     -       cancelled  -          -         arrived  -        -          -
        arrived               -         -          same     -       cancelled  -          -         -        onboard  -          no_show
        onboard               -         -          same     -       cancelled  -          -         -        -        completed  -
        completed             -         -          -        -       -          -          -         -        -        -          -
        no_show               -         -          -        -       -          -          -         -        -        -          -
        unpaid                -         -          -        -       -          -          -         -        -        -          -
        cancelled_pending     -         -          -        -       -          -          -         -        -        -          -
        cancelled_confirmed   -         -          -        -       -          -          -         -        -        -          -
        cancelled_assigned    -         -          -        -       -          -          -         -        -        -          -
        cancelled_en_route    -         -          -        -       -          -          -         -        -        -          -
        cancelled_arrived     -         -          -        -       -          -          -         -        -        -          -
        cancelled_onboard     -         -          -        -       -          -          -         -        -        -          -
        """;

    /// <summary>Well after the free waiting, so that nothing is refused for being early.</summary>
    private static readonly DateTimeOffset Later = A.PickupAt.AddHours(1);

    public static TheoryData<string, string, string> Allowed => Cells(allowed: true);

    public static TheoryData<string, string, string> Refused => Cells(allowed: false);

    [Theory]
    [MemberData(nameof(Allowed))]
    public void A_move_in_the_table_leads_where_it_says(string from, string move, string to)
    {
        var before = State(from);

        var change = Move(before, move).Value;

        var expected = to switch { "same" => before, "cancelled" => before with { Status = BookingStatus.Cancelled }, _ => State(to) };
        Assert.Equal((expected.Status, expected.Progress), (change.Booking.Status, change.Booking.Progress));
        Assert.Equal([.. before.Timeline, new TimelineEntry(Later, change.Event.Type)], change.Booking.Timeline);
        Assert.Equal((before.Id, before.Timeline.Count + 1, Later), (change.Event.BookingId, change.Event.Sequence, change.Event.At));
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void Any_other_move_is_a_conflict_that_names_the_state(string from, string move, string to)
    {
        Assert.Equal("-", to);
        var before = State(from);

        var refusal = Assert.IsType<Refusal>(Move(before, move).Refusal);

        Assert.Equal(ErrorCode.Conflict, refusal.Code);
        Assert.Contains(Wire.Name(before.Status), refusal.Message, StringComparison.Ordinal);
        Assert.Equal(Wire.Name(before.Status), refusal.Facts!["status"]);
        Assert.Equal(before.Progress is { } progress ? Wire.Name(progress) : "none", refusal.Facts["progress"]);
    }

    [Fact]
    public void The_table_has_every_state_and_every_step()
    {
        var states = Rows().Select(row => State(row[0])).ToList();

        Assert.Equal(Enum.GetValues<BookingStatus>(), states.Select(state => state.Status).Distinct().Order());
        Assert.Equal(Enum.GetValues<JourneyProgress>(), states.Select(state => state.Progress).OfType<JourneyProgress>().Distinct().Order());
        Assert.All(Enum.GetValues<JourneyProgress>().Select(Wire.Name), step => Assert.Contains(step, Header()));
    }

    // No method leads there; should a store ever hand one out, it must not be driven on.
    [Fact]
    public void A_pair_of_status_and_progress_that_cannot_be_takes_no_step()
    {
        var possible = Rows().Select(row => State(row[0])).Select(state => (state.Status, state.Progress)).ToHashSet();
        var impossible =
            from status in Enum.GetValues<BookingStatus>()
            from progress in Enum.GetValues<JourneyProgress>().Cast<JourneyProgress?>().Prepend(null)
            where !possible.Contains((status, progress))
            select A.Arrived() with { Status = status, Progress = progress };

        Assert.All(impossible, booking => Assert.All(Enum.GetValues<JourneyProgress>(), step =>
            Assert.Equal(ErrorCode.Conflict, booking.Report(step, null, A.Rules, A.AtTheWheel, Later).Refusal?.Code)));
    }

    private static Booking State(string name) => name switch
    {
        "pending" => A.Booking(),
        "confirmed" => A.Confirmed(),
        "assigned" => A.Assigned(),
        "en_route" => A.EnRoute(),
        "arrived" => A.Arrived(),
        "onboard" => A.Onboard(),
        "completed" => A.Completed(),
        "no_show" => A.NoShow(),
        "unpaid" => A.Booking().ReleaseUnpaid(A.Now).Done(),
        _ => State(name["cancelled_".Length..]).Cancelled(),
    };

    private static Result<BookingChange> Move(Booking booking, string move) => move switch
    {
        "assign" => booking.Assign(A.Driver("driver_2"), A.Vehicle("vehicle_2"), A.Dispatcher, Later),
        "unassign" => booking.Unassign("Ill", A.Dispatcher, Later),
        "amend" => booking.Amend("Side door", null, A.Dispatcher, Later),
        "retime" => booking.ChangePickupTime(A.PickupAt.AddHours(2), A.Dispatcher, Later),
        "cancel" => booking.Cancel("Ill", CancellationPolicy.Default, null, A.Customer, Later),
        "release" => booking.ReleaseUnpaid(Later),
        _ => booking.Report(Step(move), null, A.Rules, A.AtTheWheel, Later),
    };

    private static JourneyProgress Step(string name) => Wire.TryParse<JourneyProgress>(name, out var step)
        ? step
        : throw new ArgumentException($"{name} is no step.", nameof(name));

    private static TheoryData<string, string, string> Cells(bool allowed) => [..
        from row in Rows()
        from cell in Header().Zip(row).Skip(1)
        where cell.Second != "-" == allowed
        select (row[0], cell.First, cell.Second)];

    private static string[] Header() => Split(Table.Split('\n')[0]);

    private static IEnumerable<string[]> Rows() => Table.Split('\n').Skip(1).Select(Split);

    private static string[] Split(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
