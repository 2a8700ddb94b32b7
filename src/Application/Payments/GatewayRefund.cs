namespace Nots.Application.Payments;

/// <summary>A refund as the processor has it.</summary>
/// <param name="FailureReason">For people; null unless it failed.</param>
public sealed record GatewayRefund(string RefundId, string IntentId, long AmountPence, GatewayRefundState State, string? FailureReason);
