namespace Nots.Cli.Wire;

/// <summary>A payment's states as they are written, as far as the tool tells them apart.</summary>
internal static class PaymentStatus
{
    public const string Completed = "completed";
    public const string Failed = "failed";
    public const string PartiallyRefunded = "partially_refunded";
    public const string Refunded = "refunded";
}
