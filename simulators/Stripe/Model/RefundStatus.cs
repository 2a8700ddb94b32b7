namespace Nots.StripeSimulator.Model;

/// <summary>The states a card refund can be in here.</summary>
internal static class RefundStatus
{
    public const string Pending = "pending";
    public const string Succeeded = "succeeded";
    public const string Failed = "failed";
}
