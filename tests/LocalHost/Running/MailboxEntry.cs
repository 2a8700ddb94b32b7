using System.Text.Json;

namespace Nots.LocalHost.Tests.Running;

/// <summary>A message that was sent.</summary>
public sealed record MailboxEntry(string Channel, string To, string Template, string Text, string? BookingId, string MessageId)
{
    public static MailboxEntry Of(JsonElement message) => new(
        message.GetProperty("channel").GetString()!,
        message.GetProperty("to").GetString()!,
        message.GetProperty("template").GetString()!,
        message.GetProperty("text").GetString()!,
        message.GetProperty("bookingId").GetString(),
        message.GetProperty("messageId").GetString()!);
}
