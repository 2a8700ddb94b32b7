namespace Nots.Cli.Demo;

/// <summary>The money of a demo's bookings, by the platform's word and by the Stripe simulator's books, pence.</summary>
internal sealed record MoneyReport(long Charged, long Refunded, long LedgerCharged, long LedgerRefunded, IReadOnlyList<string> Faults);
