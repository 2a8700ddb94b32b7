namespace Nots.Cost.Bench.Report;

/// <summary>
/// The least that the design allows for the life of <see cref="Life"/>, step by step: what must hold together is one transaction,
/// a signal is written with its change and forgotten when it is raised, an orchestration reads the booking afresh when it is
/// woken and what it has to say before it says it, and a message is on record once it was sent.
/// </summary>
internal static class LowerBound
{
    private const string Booking = "Booking";
    private const string Event = "BookingEvent";
    private const string Outbox = "OutboxEntry";

    public static IReadOnlyList<Need> Needs { get; } =
    [
        new("quote") { Alone = ["Quote"] },
        // Reads: the quote; the booking when the orchestration begins.
        new("booking")
        {
            Reads = 2,
            Together = ["Quote", Booking, "BookingReference", "Payment", Event, Outbox, "IdempotencyRecord"],
            Alone = [Outbox],
        },
        // Reads: the booking; the same by the orchestration; what is to be said, and what was said.
        new("payment") { Reads = 3, Together = [Booking, Event, "Payment", "StripeEventSeen", Outbox], Alone = [Outbox], Messages = 2 },
        // Reads: the booking, the driver, the vehicle, each with papers and days; and as before.
        new("assignment")
        {
            Reads = 5,
            Together = [Booking, Event, "AllocationDay", "AllocationDay", "DispatchDecision", "LegalRecord", "AuditEntry", Outbox],
            Alone = [Outbox],
            Messages = 4,
        },
        new("reminder, 24 h before") { Reads = 2, Messages = 2 },
        // Reads: the booking twice, since the activity that acts must not believe the look that woke it; driver and vehicle.
        new("compliance, daily") { Reads = 4 },
        new("compliance, 2 h before") { Reads = 4 },
        // Reads: which driver the user is; the booking; by the orchestration the booking and what is to be said. The assignment wrote
        // the legal record, so that it need not be written again.
        new("en route") { Reads = 4, Together = [Booking, Event, Outbox], Alone = [Outbox], Messages = 2 },
        new("arrived") { Reads = 3, Together = [Booking, Event, Outbox], Alone = [Outbox], Messages = 2 },
        new("onboard") { Reads = 2, Together = [Booking, Event, Outbox], Alone = [Outbox] },
        // Reads: the booking; by the orchestration the booking and what is to be said; to settle, the booking with its record, and the
        // driver with both days; to close, the booking.
        new("completed")
        {
            Reads = 6,
            Strangers = 2,
            Together = [Booking, Event, Outbox, "LegalRecord", "Driver", "AllocationDay", "AllocationDay"],
            Transactions = 2,
            Alone = [Outbox, Booking],
            Messages = 2,
        },
    ];
}
