using Nots.Application.Orchestration;
using Nots.Domain.Bookings;
using Nots.Domain.Common;

namespace Nots.Application.Bookings;

/// <summary>
/// A booking's whole life. It is level-triggered: a signal says only that something changed. On each wake-up it reads the
/// booking afresh, does what is due and not yet done, and sleeps until the next signal or deadline; so signals that come twice,
/// late or out of order do no harm. It starts afresh when it is woken in a stage that it did not begin in, which keeps histories short.
/// </summary>
public sealed class BookingOrchestration : IOrchestrator<BookingRunState, Nothing>
{
    /// <summary>The event that says "look again".</summary>
    public const string Changed = "changed";

    public static readonly OrchestrationName<BookingRunState, Nothing> Name = new("booking");

    private const int MostRounds = 50;

    private static readonly RetryPolicy Steady = new(8, TimeSpan.FromSeconds(1), 2.0, TimeSpan.FromMinutes(1));
    private static readonly TimeSpan Later = TimeSpan.FromMinutes(5);

    public async Task<Nothing> RunAsync(IOrchestrationContext context, BookingRunState input)
    {
        var state = input;
        var changed = context.WaitForExternalEventAsync<Nothing>(Changed);
        for (var round = 0; ; round++)
        {
            if (changed.IsCompleted)
                changed = context.WaitForExternalEventAsync<Nothing>(Changed);

            var step = await StepAsync(context, state);
            state = step.State;
            if (step.Closed)
                return Nothing.Value;
            if (!step.LookAgain)
                await SleepAsync(context, step, changed);
            // Whatever woke it, the first thing that it does afresh is to read the booking.
            if (state.Stage != input.Stage || round >= MostRounds)
            {
                context.ContinueAsNew(state);
                return Nothing.Value;
            }
        }
    }

    /// <summary>Reads the booking and does what is due; a step that fails for good is tried again later, for all to see.</summary>
    private static async Task<Step> StepAsync(IOrchestrationContext context, BookingRunState state)
    {
        try
        {
            var booking = await context.CallActivityAsync(BookingActivities.Read, context.InstanceId, Steady);
            if (booking.Stage != state.Stage)
                state = state with { Stage = booking.Stage, Done = Kept(state, booking) };
            state = await TellAsync(context, state, booking);
            state = Register(state, booking);
            return booking.Stage switch
            {
                BookingStage.Payment => await PaymentAsync(context, state, booking),
                BookingStage.DriverAssignment => await DriverAssignmentAsync(context, state, booking),
                BookingStage.Journey => await JourneyAsync(context, state, booking),
                BookingStage.Completion => await CompletionAsync(context, state, booking),
                _ => await CancellationAsync(context, state, booking),
            };
        }
        catch (ActivityFailedException exception)
        {
            return new Step(state)
            {
                WaitingFor = "another try",
                Deadline = context.CurrentUtc + Later,
                LastError = exception.Message,
            };
        }
    }

    // Nothing to decide here: the customer pays, which confirms the booking, or the hold ends.
    private static async Task<Step> PaymentAsync(IOrchestrationContext context, BookingRunState state, BookingView booking)
    {
        if (Due(context, state, booking) is not null)
        {
            return await context.CallActivityAsync(BookingActivities.ReleaseUnpaid, context.InstanceId, Steady)
                ? Again(state)
                : Wait(state, "the card processor", context.CurrentUtc + TimeSpan.FromMinutes(1));
        }
        return WaitForNext(state, booking, "payment");
    }

    // The customer is reminded, the dispatchers are warned, and driver and vehicle must stay fit for the job.
    private static async Task<Step> DriverAssignmentAsync(IOrchestrationContext context, BookingRunState state, BookingView booking)
    {
        if (Due(context, state, booking) is not { } item)
            return WaitForNext(state, booking, booking.HasDriver ? "the journey" : "a driver");
        if (item.Kind == AgendaKind.ComplianceCheck)
            await context.CallActivityAsync(BookingActivities.RecheckCompliance, context.InstanceId, Steady);
        else
            await RemindAsync(context, item);
        return Again(Did(state, item));
    }

    // The driver reports; we only notice when nothing is reported.
    private static async Task<Step> JourneyAsync(IOrchestrationContext context, BookingRunState state, BookingView booking)
    {
        if (Due(context, state, booking) is not { } item)
            return WaitForNext(state, booking, "the driver");
        await RemindAsync(context, item);
        return Again(Did(state, item));
    }

    // The receipt went out with the event; what is left is the driver's time, the statistics and the record.
    private static async Task<Step> CompletionAsync(IOrchestrationContext context, BookingRunState state, BookingView booking)
    {
        if (!state.Settled)
        {
            await context.CallActivityAsync(BookingActivities.Settle, context.InstanceId, Steady);
            state = state with { Settled = true };
        }
        return await CloseAsync(context, state, booking);
    }

    // What was done is undone, last thing first; one that fails does not keep the others from being undone.
    private static async Task<Step> CancellationAsync(IOrchestrationContext context, BookingRunState state, BookingView booking)
    {
        var open = new List<string>();
        var done = new List<string>(state.Done);
        string? lastError = null;
        foreach (var name in state.Compensations.Reverse())
        {
            try
            {
                if (await context.CallActivityAsync(new ActivityName<string, bool>(name), context.InstanceId, Steady))
                    done.Add(name);
                else
                    open.Insert(0, name);
            }
            catch (ActivityFailedException exception)
            {
                open.Insert(0, name);
                lastError = exception.Message;
            }
        }
        var undone = state with { Compensations = open, Done = done };
        if (open.Count > 0)
            return Wait(undone, "the card processor", context.CurrentUtc + Later) with { LastError = lastError };
        return state.Compensations.Count > 0 ? Again(undone) : await CloseAsync(context, undone, booking);
    }

    private static async Task<Step> CloseAsync(IOrchestrationContext context, BookingRunState state, BookingView booking) =>
        await context.CallActivityAsync(BookingActivities.Close, new BookingVersion(context.InstanceId, booking.Version), Steady)
            ? new Step(state) { Closed = true }
            : Again(state);

    private static async Task<BookingRunState> TellAsync(IOrchestrationContext context, BookingRunState state, BookingView booking)
    {
        if (booking.Sequence <= state.Told)
            return state;
        var events = new EventsAfter(context.InstanceId, state.Told, booking.Sequence);
        try
        {
            await context.CallActivityAsync(BookingActivities.Tell, events, Steady);
        }
        catch (ActivityFailedException)
        {
            await context.CallActivityAsync(BookingActivities.GiveUpTelling, events, Steady);
        }
        return state with { Told = booking.Sequence };
    }

    // A post that is down for longer than the retries must not hold up what is due next, a check of the driver's papers, say.
    private static async Task RemindAsync(IOrchestrationContext context, AgendaItem item)
    {
        var due = new DueItem(context.InstanceId, item);
        try
        {
            await context.CallActivityAsync(BookingActivities.Remind, due, Steady);
        }
        catch (ActivityFailedException)
        {
            await context.CallActivityAsync(BookingActivities.GiveUpReminding, due, Steady);
        }
    }

    /// <summary>
    /// Registers what would have to be undone, before the step that makes it so: money before it is taken, the driver before one
    /// is found. A booking that is first looked at when it is called off already has what it has.
    /// </summary>
    private static BookingRunState Register(BookingRunState state, BookingView booking)
    {
        var registered = new List<string>(state.Compensations);
        var undoing = booking.Stage == BookingStage.Cancellation;
        Add(BookingActivities.ReturnPayment.Value, undoing ? booking.PaymentToReturn : booking.ByCard);
        Add(
            BookingActivities.ReleaseDriver.Value,
            undoing
                ? booking.HasDriver && !state.Done.Contains(BookingActivities.ReleaseDriver.Value)
                : booking.Stage is BookingStage.DriverAssignment or BookingStage.Journey);
        return registered.Count == state.Compensations.Count ? state : state with { Compensations = registered };

        void Add(string name, bool needed)
        {
            if (needed && !registered.Contains(name))
                registered.Add(name);
        }
    }

    private static async Task SleepAsync(IOrchestrationContext context, Step step, Task changed)
    {
        context.SetCustomStatus(new BookingRunStatus(
            step.State.Stage is { } stage ? Wire.Name(stage) : "start", step.WaitingFor, step.Deadline?.UtcDateTime, step.LastError));
        if (changed.IsCompleted)
            return;
        if (step.Deadline is not { } deadline)
        {
            await changed;
            return;
        }
        using var stop = new CancellationTokenSource();
        await Task.WhenAny(changed, context.CreateTimerAsync(deadline, stop.Token));
        // Not CancelAsync: that one cancels on another thread, outside the orchestrator.
        stop.Cancel();
    }

    /// <summary>The first item whose time has come and that was not done.</summary>
    private static AgendaItem? Due(IOrchestrationContext context, BookingRunState state, BookingView booking) =>
        booking.Agenda.FirstOrDefault(item => item.At <= context.CurrentUtc && !state.Done.Contains(item.Key));

    private static BookingRunState Did(BookingRunState state, AgendaItem item) => state with { Done = [.. state.Done, item.Key] };

    private static List<string> Kept(BookingRunState state, BookingView booking) =>
        [.. state.Done.Where(key => booking.Agenda.Any(item => item.Key == key))];

    private static Step Again(BookingRunState state) => new(state) { LookAgain = true };

    private static Step Wait(BookingRunState state, string waitingFor, DateTimeOffset deadline) =>
        new(state) { WaitingFor = waitingFor, Deadline = deadline };

    private static Step WaitForNext(BookingRunState state, BookingView booking, string waitingFor) => new(state)
    {
        WaitingFor = waitingFor,
        Deadline = booking.Agenda.FirstOrDefault(item => !state.Done.Contains(item.Key))?.At,
    };

    /// <summary>How one look at the booking ended.</summary>
    /// <param name="State">What is remembered.</param>
    private sealed record Step(BookingRunState State)
    {
        public bool Closed { get; init; }

        public bool LookAgain { get; init; }

        public string WaitingFor { get; init; } = "";

        public DateTimeOffset? Deadline { get; init; }

        public string? LastError { get; init; }
    }
}
