namespace Nots.Cli.Wire;

/// <summary>The body of <c>POST /v1/bookings</c>.</summary>
internal sealed record BookingRequest(string QuoteId, Customer Customer, string PaymentMethod);
