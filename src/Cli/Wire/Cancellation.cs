namespace Nots.Cli.Wire;

/// <summary>How a booking was called off.</summary>
/// <param name="RefundAmount">Pence.</param>
internal sealed record Cancellation(long RefundAmount, string RefundStatus);
