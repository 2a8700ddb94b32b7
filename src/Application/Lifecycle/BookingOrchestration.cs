using Microsoft.DurableTask;
using Nots.Application.Bookings;
using Nots.Application.Lifecycle.Activities;
using Nots.Domain.Bookings;
using Nots.Domain.Common;

namespace Nots.Application.Lifecycle;

/// <summary>
/// A booking's whole life. It is level-triggered: a signal says only that something changed. On each wake-up it reads the
/// booking afresh, does what is due and not yet done, and sleeps until the next signal or deadline; so signals that come twice,
/// late or out of order do no harm. It starts afresh when it is woken in a stage that it did not begin in, which keeps histories short.
/// </summary>
[DurableTask(Name)]
public sealed class BookingOrchestration : TaskOrchestrator<BookingRunState, object?>
{
    public const string Name = "booking";

    /// <summary>The event that says "look again". It carries nothing.</summary>
    public const string Changed = "changed";

    private const int MaxRounds = 50;

    /// <summary>Eight tries within some two minutes.</summary>
    private static readonly TaskOptions Retried = TaskOptions.FromRetryPolicy(new RetryPolicy(8, TimeSpan.FromSeconds(1), 2.0, TimeSpan.FromMinutes(1)));

    private static readonly TimeSpan Later = TimeSpan.FromMinutes(5);

    public override async Task<object?> RunAsync(TaskOrchestrationContext context, BookingRunState input)
    {
        var state = input;
        var changed = context.WaitForExternalEvent<object?>(Changed);
        for (var round = 0; ; round++)
        {
            // One look at the booking answers every signal that has come so far.
            while (changed.IsCompleted)
                changed = context.WaitForExternalEvent<object?>(Changed);

            var step = await StepAsync(context, state);
            state = step.State;
            if (step.Closed)
                return null;
            if (!step.LookAgain)
                await SleepAsync(context, step, changed);
            // A signal that woke it, or that nobody has read, need not go along: the first thing that it does afresh is to read the booking.
            if (state.Stage != input.Stage || round >= MaxRounds)
            {
                context.ContinueAsNew(state);
                return null;
            }
        }
    }

    /// <summary>Reads the booking and does what is due; a step that fails for good is tried again later, for all to see.</summary>
    private static async Task<Step> StepAsync(TaskOrchestrationContext context, BookingRunState state)
    {
        try
        {
            var booking = await context.CallActivityAsync<BookingView>(ReadBookingActivity.Name, context.InstanceId, Retried);
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
        catch (TaskFailedException exception)
        {
            return new Step(state)
            {
                WaitingFor = "another try",
                Deadline = Now(context) + Later,
                LastError = exception.Message,
            };
        }
    }

    // Nothing to decide here: the customer pays, which confirms the booking, or the hold ends.
    private static async Task<Step> PaymentAsync(TaskOrchestrationContext context, BookingRunState state, BookingView booking)
    {
        if (Due(context, state, booking) is not null)
        {
            return await context.CallActivityAsync<bool>(ReleaseUnpaidActivity.Name, context.InstanceId, Retried)
                ? Again(state)
                : Wait(state, "the card processor", Now(context) + TimeSpan.FromMinutes(1));
        }
        return WaitForNext(state, booking, "payment");
    }

    // The customer is reminded, the dispatchers are warned, and driver and vehicle must stay fit for the job.
    private static async Task<Step> DriverAssignmentAsync(TaskOrchestrationContext context, BookingRunState state, BookingView booking)
    {
        if (Due(context, state, booking) is not { } item)
            return WaitForNext(state, booking, booking.HasDriver ? "the journey" : "a driver");
        if (item.Kind == AgendaKind.ComplianceCheck)
            await context.CallActivityAsync(RecheckComplianceActivity.Name, context.InstanceId, Retried);
        else
            await RemindAsync(context, item);
        return Again(Did(state, item));
    }

    // The driver reports; we only notice when nothing is reported.
    private static async Task<Step> JourneyAsync(TaskOrchestrationContext context, BookingRunState state, BookingView booking)
    {
        if (Due(context, state, booking) is not { } item)
            return WaitForNext(state, booking, "the driver");
        await RemindAsync(context, item);
        return Again(Did(state, item));
    }

    // The receipt went out with the event; what is left is the driver's time, the statistics and the record.
    private static async Task<Step> CompletionAsync(TaskOrchestrationContext context, BookingRunState state, BookingView booking)
    {
        if (!state.Settled)
        {
            await context.CallActivityAsync(SettleActivity.Name, context.InstanceId, Retried);
            state = state with { Settled = true };
        }
        return await CloseAsync(context, state, booking);
    }

    // What was done is undone, last thing first; one that fails does not keep the others from being undone.
    private static async Task<Step> CancellationAsync(TaskOrchestrationContext context, BookingRunState state, BookingView booking)
    {
        var open = new List<string>();
        var done = new List<string>(state.Done);
        string? lastError = null;
        foreach (var name in state.Compensations.Reverse())
        {
            try
            {
                if (await context.CallActivityAsync<bool>(name, context.InstanceId, Retried))
                    done.Add(name);
                else
                    open.Insert(0, name);
            }
            catch (TaskFailedException exception)
            {
                open.Insert(0, name);
                lastError = exception.Message;
            }
        }
        var undone = state with { Compensations = open, Done = done };
        if (open.Count > 0)
            return Wait(undone, "the card processor", Now(context) + Later) with { LastError = lastError };
        return state.Compensations.Count > 0 ? Again(undone) : await CloseAsync(context, undone, booking);
    }

    private static async Task<Step> CloseAsync(TaskOrchestrationContext context, BookingRunState state, BookingView booking) =>
        await context.CallActivityAsync<bool>(CloseBookingActivity.Name, new BookingVersion(BookingId.Parse(context.InstanceId), booking.Version), Retried)
            ? new Step(state) { Closed = true }
            : Again(state);

    private static async Task<BookingRunState> TellAsync(TaskOrchestrationContext context, BookingRunState state, BookingView booking)
    {
        if (booking.Sequence <= state.Told)
            return state;
        var events = new EventsAfter(BookingId.Parse(context.InstanceId), state.Told, booking.Sequence);
        try
        {
            await context.CallActivityAsync(TellActivity.Name, events, Retried);
        }
        catch (TaskFailedException)
        {
            await context.CallActivityAsync(GiveUpTellingActivity.Name, events, Retried);
        }
        return state with { Told = booking.Sequence };
    }

    // A post that is down for longer than the retries must not hold up what is due next, a check of the driver's papers, say.
    private static async Task RemindAsync(TaskOrchestrationContext context, AgendaItem item)
    {
        var due = new DueItem(BookingId.Parse(context.InstanceId), item);
        try
        {
            await context.CallActivityAsync(RemindActivity.Name, due, Retried);
        }
        catch (TaskFailedException)
        {
            await context.CallActivityAsync(GiveUpRemindingActivity.Name, due, Retried);
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
        Add(ReturnPaymentActivity.Name, undoing ? booking.PaymentToReturn : booking.ByCard);
        Add(
            ReleaseDriverActivity.Name,
            undoing
                ? booking.HasDriver && !state.Done.Contains(ReleaseDriverActivity.Name)
                : booking.Stage is BookingStage.DriverAssignment or BookingStage.Journey);
        return registered.Count == state.Compensations.Count ? state : state with { Compensations = registered };

        void Add(string name, bool needed)
        {
            if (needed && !registered.Contains(name))
                registered.Add(name);
        }
    }

    private static async Task SleepAsync(TaskOrchestrationContext context, Step step, Task changed)
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
        await Task.WhenAny(changed, context.CreateTimer(deadline.UtcDateTime, stop.Token));
        // Not CancelAsync: that one cancels on another thread, outside the orchestrator.
        stop.Cancel();
    }

    private static DateTimeOffset Now(TaskOrchestrationContext context) => new(context.CurrentUtcDateTime, TimeSpan.Zero);

    /// <summary>The first item whose time has come and that was not done.</summary>
    private static AgendaItem? Due(TaskOrchestrationContext context, BookingRunState state, BookingView booking) =>
        booking.Agenda.FirstOrDefault(item => item.At <= Now(context) && !state.Done.Contains(item.Key));

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
