using Nots.Domain.Common;

namespace Nots.Application.Payments;

/// <summary>What is to be paid back.</summary>
/// <param name="AmountPence">More than 0, at most what is left of the payment.</param>
public sealed record NewRefund(BookingId BookingId, string IntentId, long AmountPence);
