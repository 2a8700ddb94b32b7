namespace Nots.Application.Payments;

/// <summary>Where a refund stands: Stripe's own states.</summary>
public enum GatewayRefundState
{
    Pending,
    RequiresAction,
    Succeeded,
    Failed,
    Canceled,
}
