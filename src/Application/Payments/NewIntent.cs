using Nots.Domain.Common;

namespace Nots.Application.Payments;

/// <summary>What a PaymentIntent is opened for. Booking id and reference travel in its metadata.</summary>
/// <param name="AmountPence">More than 0.</param>
/// <param name="Currency">ISO 4217, such as <c>GBP</c>.</param>
public sealed record NewIntent(BookingId BookingId, string BookingReference, long AmountPence, string Currency);
