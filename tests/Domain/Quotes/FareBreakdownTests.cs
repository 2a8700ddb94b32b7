using CsCheck;
using Nots.Domain.Quotes;

namespace Nots.Domain.Tests.Quotes;

public sealed class FareBreakdownTests
{
    private static readonly Gen<FareBreakdown> Fares = Gen.Long[-100_000, 100_000].Array[12].Select(lines => new FareBreakdown
    {
        BaseFare = lines[0],
        DistanceCharge = lines[1],
        TimeCharge = lines[2],
        WaitingCharge = lines[3],
        HourlyCharge = lines[4],
        FixedPrice = lines[5],
        MinimumFareAdjustment = lines[6],
        Surge = lines[7],
        ReturnDiscount = lines[8],
        PromoDiscount = lines[9],
        CorporateDiscount = lines[10],
        Tax = lines[11],
    });

    [Fact]
    public void Two_fares_add_up_line_by_line() => Gen.Select(Fares, Fares).Sample((left, right) =>
    {
        var sum = left + right;

        Assert.Equal(left.Subtotal + right.Subtotal, sum.Subtotal);
        Assert.Equal(left.Total + right.Total, sum.Total);
        Assert.Equal(left, sum + Negated(right));
        Assert.Equal(sum, FareBreakdown.Add(right, left));
    });

    private static FareBreakdown Negated(FareBreakdown fare) => new()
    {
        BaseFare = -fare.BaseFare,
        DistanceCharge = -fare.DistanceCharge,
        TimeCharge = -fare.TimeCharge,
        WaitingCharge = -fare.WaitingCharge,
        HourlyCharge = -fare.HourlyCharge,
        FixedPrice = -fare.FixedPrice,
        MinimumFareAdjustment = -fare.MinimumFareAdjustment,
        Surge = -fare.Surge,
        ReturnDiscount = -fare.ReturnDiscount,
        PromoDiscount = -fare.PromoDiscount,
        CorporateDiscount = -fare.CorporateDiscount,
        Tax = -fare.Tax,
    };
}
