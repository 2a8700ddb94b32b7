using Nots.Client;

namespace Nots.Journeys;

/// <summary>How a demo is run.</summary>
/// <param name="Url">Where the platform listens.</param>
/// <param name="Stripe">Where the Stripe simulator listens.</param>
/// <param name="Journeys">The file of journeys; null for the repository's.</param>
/// <param name="Parallel">How many journeys go on at a time.</param>
/// <param name="Json">Whether the report is for a program.</param>
/// <param name="Timeout">How long any one thing is waited for.</param>
/// <param name="Start">Whether to start a platform of its own, with short policies, and stop it afterwards.</param>
/// <param name="Store">What such a platform keeps its table in.</param>
public sealed record DemoOptions(Uri Url, Uri Stripe, string? Journeys, int Parallel, bool Json, TimeSpan Timeout, bool Start, string Store = "sqlite");

/// <summary>What came of a demo.</summary>
/// <param name="Rows">In the file's order.</param>
public sealed record DemoReport(IReadOnlyList<RowResult> Rows, MoneyReport Money, MessageReport Messages, TimeSpan Elapsed)
{
    /// <summary>Whether all that the platform's settings allow came out as it must.</summary>
    public bool Passed => Rows.All(row => row.Fault is null) && Rows.Any(row => row.Passed) && Money.Faults.Count == 0 && Messages.Faults.Count == 0;
}

/// <summary>How one row came out.</summary>
/// <param name="Booking">As last seen; null when it never came to a booking.</param>
/// <param name="Fault">What is wrong, as a sentence; null when nothing is.</param>
/// <param name="NotApplicable">Why the platform's settings rule the row out, as a sentence; null when they do not.</param>
public sealed record RowResult(JourneyRow Row, Booking? Booking, string? Fault, string? NotApplicable, TimeSpan Elapsed)
{
    public bool Passed => Fault is null && NotApplicable is null;
}

/// <summary>The money of a demo's bookings, by the platform's word and by the Stripe simulator's books, pence.</summary>
public sealed record MoneyReport(long Charged, long Refunded, long LedgerCharged, long LedgerRefunded, IReadOnlyList<string> Faults);

/// <summary>The messages about a demo's bookings.</summary>
public sealed record MessageReport(int Sent, IReadOnlyList<string> Faults);
