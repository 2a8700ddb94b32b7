using Nots.Domain.Quotes;

namespace Nots.Api.Quotes;

/// <summary>A fare line by line, in pence. Discounts are negative, so that the lines add up to the subtotal.</summary>
internal sealed record BreakdownAnswer(
    long BaseFare,
    long DistanceCharge,
    long TimeCharge,
    long WaitingCharge,
    long HourlyCharge,
    long FixedPrice,
    long MinimumFareAdjustment,
    long Surge,
    long ReturnDiscount,
    long PromoDiscount,
    long CorporateDiscount,
    long Subtotal,
    long Tax,
    long Total)
{
    public static BreakdownAnswer Of(FareBreakdown fare) => new(
        fare.BaseFare, fare.DistanceCharge, fare.TimeCharge, fare.WaitingCharge, fare.HourlyCharge, fare.FixedPrice, fare.MinimumFareAdjustment,
        fare.Surge, fare.ReturnDiscount, fare.PromoDiscount, fare.CorporateDiscount, fare.Subtotal, fare.Tax, fare.Total);
}
