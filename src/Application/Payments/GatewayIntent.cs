namespace Nots.Application.Payments;

/// <summary>A PaymentIntent as the processor has it.</summary>
/// <param name="BookingId">From its metadata; null when it is not one of ours.</param>
/// <param name="AmountPence">Asked for.</param>
/// <param name="AmountReceivedPence">Received; 0 until it succeeds.</param>
/// <param name="Currency">ISO 4217, upper case.</param>
/// <param name="LastError">For people; null when none.</param>
public sealed record GatewayIntent(
    string IntentId,
    string? BookingId,
    GatewayIntentState State,
    long AmountPence,
    long AmountReceivedPence,
    string Currency,
    string? ClientSecret,
    string? LastError,
    DateTimeOffset CreatedAt);
