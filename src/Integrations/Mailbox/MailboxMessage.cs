namespace Nots.Integrations.Mailbox;

/// <summary>A message in the local mailbox.</summary>
/// <param name="Channel"><c>email</c> or <c>sms</c>.</param>
/// <param name="To">E-mail address, or telephone number in E.164.</param>
/// <param name="Subject">Null for a text message.</param>
/// <param name="SentAt">When it was handed over, UTC.</param>
public sealed record MailboxMessage(
    string Channel, string To, string Template, string? Subject, string Text, string? BookingId, DateTimeOffset SentAt, string MessageId);
