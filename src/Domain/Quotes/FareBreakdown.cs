namespace Nots.Domain.Quotes;

/// <summary>A fare line by line, in pence. Discounts are negative, so that the lines add up to the subtotal.</summary>
public sealed record FareBreakdown
{
    public long BaseFare { get; init; }

    public long DistanceCharge { get; init; }

    public long TimeCharge { get; init; }

    public long WaitingCharge { get; init; }

    public long HourlyCharge { get; init; }

    public long FixedPrice { get; init; }

    public long MinimumFareAdjustment { get; init; }

    public long Surge { get; init; }

    public long ReturnDiscount { get; init; }

    public long PromoDiscount { get; init; }

    public long CorporateDiscount { get; init; }

    /// <summary>Private hire fares are quoted with any tax included; the line is there for the day that changes.</summary>
    public long Tax { get; init; }

    public long Subtotal =>
        BaseFare + DistanceCharge + TimeCharge + WaitingCharge + HourlyCharge + FixedPrice + MinimumFareAdjustment + Surge
        + ReturnDiscount + PromoDiscount + CorporateDiscount;

    public long Total => Subtotal + Tax;

    public static FareBreakdown operator +(FareBreakdown left, FareBreakdown right) => new()
    {
        BaseFare = left.BaseFare + right.BaseFare,
        DistanceCharge = left.DistanceCharge + right.DistanceCharge,
        TimeCharge = left.TimeCharge + right.TimeCharge,
        WaitingCharge = left.WaitingCharge + right.WaitingCharge,
        HourlyCharge = left.HourlyCharge + right.HourlyCharge,
        FixedPrice = left.FixedPrice + right.FixedPrice,
        MinimumFareAdjustment = left.MinimumFareAdjustment + right.MinimumFareAdjustment,
        Surge = left.Surge + right.Surge,
        ReturnDiscount = left.ReturnDiscount + right.ReturnDiscount,
        PromoDiscount = left.PromoDiscount + right.PromoDiscount,
        CorporateDiscount = left.CorporateDiscount + right.CorporateDiscount,
        Tax = left.Tax + right.Tax,
    };

    public static FareBreakdown Add(FareBreakdown left, FareBreakdown right) => left + right;
}
