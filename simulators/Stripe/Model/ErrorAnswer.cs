namespace Nots.StripeSimulator.Model;

internal sealed record ErrorAnswer(ApiError Error);
