namespace Nots.StripeSimulator.Model;

/// <summary>One attempt to take money, failed or not.</summary>
internal sealed record Charge : IStripeObject
{
    public required string Id { get; init; }

    public string Object { get; init; } = "charge";

    public required long Amount { get; init; }

    public long AmountCaptured { get; init; }

    public long AmountRefunded { get; init; }

    public string? Application { get; init; }

    public string? ApplicationFee { get; init; }

    public long? ApplicationFeeAmount { get; init; }

    public string? BalanceTransaction { get; init; }

    public required BillingDetails BillingDetails { get; init; }

    public string? CalculatedStatementDescriptor { get; init; } = "NOTS";

    public bool Captured { get; init; }

    public required long Created { get; init; }

    public required string Currency { get; init; }

    public string? Customer { get; init; }

    public string? Description { get; init; }

    public bool Disputed { get; init; }

    public string? FailureBalanceTransaction { get; init; }

    public string? FailureCode { get; init; }

    public string? FailureMessage { get; init; }

    public EmptyObject FraudDetails { get; init; } = new();

    public bool Livemode { get; init; }

    public required IReadOnlyDictionary<string, string> Metadata { get; init; }

    public string? OnBehalfOf { get; init; }

    public ChargeOutcome? Outcome { get; init; }

    public bool Paid { get; init; }

    public required string PaymentIntent { get; init; }

    public required string PaymentMethod { get; init; }

    public required ChargePaymentMethodDetails PaymentMethodDetails { get; init; }

    public string? ReceiptEmail { get; init; }

    public string? ReceiptNumber { get; init; }

    public string? ReceiptUrl { get; init; }

    public bool Refunded { get; init; }

    public string? Review { get; init; }

    public object? Shipping { get; init; }

    public object? Source { get; init; }

    public string? SourceTransfer { get; init; }

    public string? StatementDescriptor { get; init; }

    public string? StatementDescriptorSuffix { get; init; }

    public required string Status { get; init; }

    public object? TransferData { get; init; }

    public string? TransferGroup { get; init; }
}
