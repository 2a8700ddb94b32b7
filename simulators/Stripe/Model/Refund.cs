using System.Text.Json.Serialization;

namespace Nots.StripeSimulator.Model;

internal sealed record Refund : IStripeObject
{
    public required string Id { get; init; }

    public string Object { get; init; } = "refund";

    public required long Amount { get; init; }

    public string? BalanceTransaction { get; init; }

    public required string Charge { get; init; }

    public required long Created { get; init; }

    public required string Currency { get; init; }

    public string? Customer { get; init; }

    public string? CustomerAccount { get; init; }

    public RefundDestinationDetails DestinationDetails { get; init; } = new(new RefundCard());

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? FailureReason { get; init; }

    public required IReadOnlyDictionary<string, string> Metadata { get; init; }

    public required string PaymentIntent { get; init; }

    public string? PaymentMethod { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? PendingReason { get; init; }

    public string? Reason { get; init; }

    public string? ReceiptNumber { get; init; }

    public string? SourceTransferReversal { get; init; }

    public required string Status { get; init; }

    public string? TransferReversal { get; init; }
}
