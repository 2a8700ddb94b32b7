namespace Nots.Cli.Wire;

/// <summary>A message in the local mailbox.</summary>
internal sealed record MailboxMessage(string Channel, string To, string Template, string? BookingId);
