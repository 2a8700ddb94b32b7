using Nots.Domain.Messages;

namespace Nots.Application.Messages;

/// <summary>Something to be said about a booking, to one receiver, over one channel.</summary>
/// <param name="Cause">What makes it be said: an event's sequence, or a reminder's key. One cause is told once.</param>
/// <param name="To">An address or an E.164 number.</param>
/// <param name="Subject">Empty for a text message.</param>
public sealed record Notice(string Cause, string Template, Channel Channel, string To, string Subject, string Text)
{
    /// <summary>The id of its message: the same whenever the same is said for the same cause.</summary>
    public string MessageId => $"{Cause}.{Template}.{(Channel == Channel.Email ? "email" : "sms")}";
}
