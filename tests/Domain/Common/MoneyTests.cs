using CsCheck;
using Nots.Domain.Common;

namespace Nots.Domain.Tests.Common;

public sealed class MoneyTests
{
    [Theory]
    [InlineData(1228, "£12.28")]
    [InlineData(0, "£0.00")]
    [InlineData(5, "£0.05")]
    [InlineData(100, "£1.00")]
    [InlineData(123456789, "£1234567.89")]
    [InlineData(-388, "-£3.88")]
    [InlineData(-1, "-£0.01")]
    [InlineData(long.MaxValue, "£92233720368547758.07")]
    [InlineData(long.MinValue, "-£92233720368547758.08")]
    public void An_amount_is_shown_in_pounds_with_two_places(long pence, string text) => Assert.Equal(text, Money.Display(pence));

    [Fact]
    public void The_text_of_an_amount_has_all_its_digits() => Gen.Long[0, 100_000_000].Sample(
        pence => long.Parse(Money.Display(pence)[1..].Replace(".", "", StringComparison.Ordinal), null) == pence);

    [Theory]
    [InlineData(0.5, 1)]
    [InlineData(1.5, 2)]
    [InlineData(2.5, 3)]
    [InlineData(2.49, 2)]
    [InlineData(-0.5, -1)]
    [InlineData(-2.5, -3)]
    public void Halves_are_rounded_away_from_zero(double pence, long rounded) => Assert.Equal(rounded, Money.Round((decimal)pence));

    [Theory]
    [InlineData(1228, 50, 614)]
    [InlineData(1229, 50, 615)]
    [InlineData(1228, 100, 1228)]
    [InlineData(1228, 0, 0)]
    [InlineData(10, 15, 2)]
    public void A_share_is_in_whole_pence(long pence, int percent, long share) => Assert.Equal(share, Money.Percent(pence, percent));
}
