namespace Nots.StripeSimulator.Model;

/// <summary>Stripe's PaymentIntent, as it is on the wire and as it is kept. Fields that are always null here are still sent.</summary>
internal sealed record PaymentIntent : IStripeObject
{
    public required string Id { get; init; }

    public string Object { get; init; } = "payment_intent";

    public IReadOnlyList<string>? AllowedPaymentMethodTypes { get; init; }

    public required long Amount { get; init; }

    public long AmountCapturable { get; init; }

    public long AmountReceived { get; init; }

    public string? Application { get; init; }

    public long? ApplicationFeeAmount { get; init; }

    public AutomaticPaymentMethods? AutomaticPaymentMethods { get; init; }

    public long? CanceledAt { get; init; }

    public string? CancellationReason { get; init; }

    public required string CaptureMethod { get; init; }

    public required string ClientSecret { get; init; }

    public required string ConfirmationMethod { get; init; }

    public required long Created { get; init; }

    public required string Currency { get; init; }

    public string? Customer { get; init; }

    public string? CustomerAccount { get; init; }

    public string? Description { get; init; }

    public IReadOnlyList<string>? ExcludedPaymentMethodTypes { get; init; }

    public ApiError? LastPaymentError { get; init; }

    public string? LatestCharge { get; init; }

    public bool Livemode { get; init; }

    public object? ManagedPayments { get; init; }

    public required IReadOnlyDictionary<string, string> Metadata { get; init; }

    public NextAction? NextAction { get; init; }

    public string? OnBehalfOf { get; init; }

    public string? PaymentMethod { get; init; }

    public PaymentMethodConfigurationDetails? PaymentMethodConfigurationDetails { get; init; }

    public PaymentMethodOptions PaymentMethodOptions { get; init; } = new();

    public IReadOnlyList<string> PaymentMethodTypes { get; init; } = ["card"];

    public string? PaymentRecord { get; init; }

    public object? Processing { get; init; }

    public string? ReceiptEmail { get; init; }

    public string? Review { get; init; }

    public string? SetupFutureUsage { get; init; }

    public object? Shipping { get; init; }

    public string? Source { get; init; }

    public string? StatementDescriptor { get; init; }

    public string? StatementDescriptorSuffix { get; init; }

    public required string Status { get; init; }

    public object? TransferData { get; init; }

    public string? TransferGroup { get; init; }
}
