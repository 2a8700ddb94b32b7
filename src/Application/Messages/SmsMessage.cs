namespace Nots.Application.Messages;

/// <summary>A text message ready to go: at most 160 characters of GSM 7-bit.</summary>
/// <param name="MessageId">Ours, the same at every try.</param>
/// <param name="To">E.164.</param>
public sealed record SmsMessage(string MessageId, string To, string Text, string Template, string? BookingId = null);
