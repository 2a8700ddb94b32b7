namespace Nots.Cli.Wire;

/// <summary>What the Stripe simulator took and gave back for a booking, pence.</summary>
internal sealed record LedgerLine(long Charged, long Refunded);
