using Nots.Application.Bookings;
using Nots.Application.Orchestration;
using Nots.Domain.Bookings;
using Nots.Functions.Bookings;
using Nots.Functions.Tests.Doubles;

namespace Nots.Functions.Tests.Orchestrations;

/// <summary>The calls of a booking's orchestration function on Durable Task's context, one by one.</summary>
public sealed class BookingCallsTests
{
    private static readonly DateTimeOffset Later = new(2031, 3, 1, 9, 15, 0, TimeSpan.Zero);

    /// <summary>All of it happens at once: what takes longer waits for something that does not come.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly FakeContext _context = new();
    private BookingView _booking = new(BookingStage.Payment, BookingStatus.Pending, 1, 1, true, false, false, [new AgendaItem(AgendaKind.HoldEnds, "hold", Later)]);

    public BookingCallsTests() => _context.Answer = (name, _) => name switch
    {
        "booking-read" => _booking,
        "booking-release-unpaid" or "booking-close" or "booking-return-payment" or "booking-release-driver" => true,
        _ => Nothing.Value,
    };

    [Fact]
    public async Task A_new_booking_is_looked_after_at_its_stage_and_started_afresh_when_it_wakes()
    {
        var run = RunAsync(BookingRunState.New);
        Assert.False(run.IsCompleted);

        _context.Raise("changed", Nothing.Value);
        await run.WaitAsync(Patience, TestContext.Current.CancellationToken);

        Assert.Equal(
            [
                "wait changed", "activity booking-read booking_1", $"activity booking-tell {new EventsAfter("booking_1", 0, 1)}", "timer 2031-03-01T09:15:00.0000000Z",
                "cancel timer 2031-03-01T09:15:00.0000000Z", "continue as new with unread events",
            ],
            _context.Calls);
        Assert.Equal(BookingStage.Payment, Assert.IsType<BookingRunState>(_context.ContinuedWith).Stage);
    }

    [Fact]
    public void An_unpaid_booking_waits_for_a_change_or_the_holds_end()
    {
        var run = RunAsync(BookingRunState.New with { Stage = BookingStage.Payment });

        Assert.False(run.IsCompleted);
        Assert.Equal(
            ["wait changed", "activity booking-read booking_1", $"activity booking-tell {new EventsAfter("booking_1", 0, 1)}", "timer 2031-03-01T09:15:00.0000000Z"],
            _context.Calls);
        Assert.Equal(new BookingRunStatus("payment", "payment", Later.UtcDateTime, null), _context.CustomStatus);
    }

    [Fact]
    public async Task A_change_cancels_the_timer_and_has_the_booking_read_again()
    {
        var run = RunAsync(BookingRunState.New with { Stage = BookingStage.Payment, Told = 1 });
        _context.Calls.Clear();
        _booking = _booking with { Stage = BookingStage.DriverAssignment, Status = BookingStatus.Confirmed, Agenda = [] };

        _context.Raise("changed", Nothing.Value);
        _context.Raise("changed", Nothing.Value);
        await run.WaitAsync(Patience, TestContext.Current.CancellationToken);

        Assert.Equal(
            ["cancel timer 2031-03-01T09:15:00.0000000Z", "wait changed", "activity booking-read booking_1", "continue as new with unread events"], _context.Calls);
        var next = Assert.IsType<BookingRunState>(_context.ContinuedWith);
        Assert.Equal((BookingStage.DriverAssignment, 1), (next.Stage, next.Told));
        Assert.Equal(["booking-return-payment", "booking-release-driver"], next.Compensations);
    }

    [Fact]
    public async Task The_holds_end_releases_the_booking()
    {
        var run = RunAsync(BookingRunState.New with { Stage = BookingStage.Payment, Told = 1 });
        _context.Calls.Clear();
        var answer = _context.Answer;
        _context.Answer = (name, input) =>
        {
            if (name == "booking-release-unpaid")
                _booking = _booking with { Stage = BookingStage.Cancellation, Status = BookingStatus.Cancelled };
            return answer(name, input);
        };

        _context.Advance(TimeSpan.FromMinutes(15));
        await run.WaitAsync(Patience, TestContext.Current.CancellationToken);

        Assert.Equal(
            [
                "activity booking-read booking_1", "activity booking-release-unpaid booking_1", "activity booking-read booking_1",
                "activity booking-return-payment booking_1", "continue as new with unread events",
            ],
            _context.Calls);
    }

    [Fact]
    public async Task A_cancelled_booking_is_undone_last_thing_first_and_closed()
    {
        _booking = _booking with { Stage = BookingStage.Cancellation, Status = BookingStatus.Cancelled, Version = 7, Agenda = [] };

        await RunToEndAsync(BookingRunState.New with { Stage = BookingStage.Cancellation, Told = 1, Compensations = ["booking-return-payment", "booking-release-driver"] });

        Assert.Equal(
            [
                "wait changed", "activity booking-read booking_1", "activity booking-release-driver booking_1", "activity booking-return-payment booking_1",
                "activity booking-read booking_1", $"activity booking-close {new BookingVersion("booking_1", 7)}",
            ],
            _context.Calls);
    }

    [Fact]
    public async Task A_completed_journey_is_settled_and_closed()
    {
        _booking = _booking with { Stage = BookingStage.Completion, Status = BookingStatus.Completed, Version = 9, Agenda = [] };

        await RunToEndAsync(BookingRunState.New with { Stage = BookingStage.Completion, Told = 1 });

        Assert.Equal(
            ["wait changed", "activity booking-read booking_1", "activity booking-settle booking_1", $"activity booking-close {new BookingVersion("booking_1", 9)}"],
            _context.Calls);
    }

    [Fact]
    public void A_step_that_fails_for_good_is_tried_again_in_five_minutes_for_all_to_see()
    {
        _context.Answer = (_, _) => throw new InvalidOperationException("no table in sight");

        var run = RunAsync(BookingRunState.New with { Stage = BookingStage.Payment });

        Assert.False(run.IsCompleted);
        Assert.Equal(["wait changed", "activity booking-read booking_1", "timer 2031-03-01T09:05:00.0000000Z"], _context.Calls);
        Assert.Equal("Activity 'booking-read' failed: no table in sight", Assert.IsType<BookingRunStatus>(_context.CustomStatus).LastError);
    }

    [Fact]
    public async Task Every_activity_is_tried_eight_times_after_one_second_twice_as_long_each_time_and_a_minute_at_most()
    {
        _booking = _booking with { Stage = BookingStage.Completion, Status = BookingStatus.Completed, Agenda = [] };

        await RunToEndAsync(BookingRunState.New with { Stage = BookingStage.Completion });

        Assert.Equal(4, _context.Options.Count);
        Assert.All(_context.Options, options =>
        {
            var policy = options!.Retry!.Policy!;
            Assert.Equal(
                (8, TimeSpan.FromSeconds(1), 2.0, TimeSpan.FromMinutes(1), Timeout.InfiniteTimeSpan),
                (policy.MaxNumberOfAttempts, policy.FirstRetryInterval, policy.BackoffCoefficient, policy.MaxRetryInterval, policy.RetryTimeout));
        });
    }

    private async Task RunToEndAsync(BookingRunState state) => await RunAsync(state).WaitAsync(Patience, TestContext.Current.CancellationToken);

    private Task<Nothing> RunAsync(BookingRunState state)
    {
        _context.Input = state;
        return BookingOrchestrationFunction.RunAsync(_context);
    }
}
