namespace Nots.Application.Messages;

/// <summary>An e-mail ready to go.</summary>
/// <param name="MessageId">Ours, the same at every try.</param>
/// <param name="Template">Which text it is, such as <c>booking-confirmed</c>.</param>
/// <param name="BookingId">What it is about; null where it is not about a booking.</param>
/// <param name="Html">The same content for mail programs that show it; null for text alone.</param>
public sealed record EmailMessage(
    string MessageId, string To, string Subject, string Text, string Template, string? BookingId = null, string? Html = null);
