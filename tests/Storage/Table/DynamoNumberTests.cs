using System.Numerics;
using System.Text;
using CsCheck;
using Nots.Storage.Table;

namespace Nots.Storage.Tests.Table;

public sealed class DynamoNumberTests
{
    [Theory]
    [InlineData("0", 1)]
    [InlineData("-0.000", 1)]
    [InlineData("0e999", 1)]
    [InlineData("1", 2)]
    [InlineData("10", 2)]
    [InlineData("100000", 2)]
    [InlineData("12", 2)]
    [InlineData("123", 3)]
    [InlineData("-123", 4)]
    [InlineData("1.5", 2)]
    [InlineData("0.0015", 2)]
    [InlineData("1000.0001", 5)]
    [InlineData("99999999999999999999999999999999999999", 20)]
    [InlineData("1e125", 2)]
    [InlineData("10e124", 2)]
    [InlineData("1E-130", 2)]
    [InlineData("0.1e-129", 2)]
    public void A_number_takes_a_byte_and_one_for_two_digits(string json, int bytes) => Assert.Equal(bytes, Size(json));

    [Theory]
    [InlineData("999999999999999999999999999999999999999")]
    [InlineData("1.00000000000000000000000000000000000001")]
    [InlineData("1e126")]
    [InlineData("10e125")]
    [InlineData("1e-131")]
    [InlineData("0.1e-130")]
    [InlineData("1e2147483648")]
    [InlineData("1e-2147483649")]
    [InlineData("1e99999999999999999999")]
    public void A_number_that_DynamoDB_cannot_hold_is_refused(string json) => Assert.Throws<ArgumentException>(() => Size(json));

    [Fact]
    public void Where_the_point_stands_makes_no_difference() =>
        Gen.Select(Gen.ULong, Gen.Int[-40, 40], Gen.Int[0, 30]).Sample((digits, exponent, places) =>
        {
            var plain = Size($"{digits}e{exponent}");
            var shifted = new BigInteger(digits) * BigInteger.Pow(10, places);
            var text = shifted.ToString(System.Globalization.CultureInfo.InvariantCulture).PadLeft(places + 1, '0');
            return plain == Size($"{text}e{exponent - places}")
                && plain == Size($"{text[..^places]}{(places > 0 ? "." : "")}{text[^places..]}e{exponent}");
        });

    private static int Size(string json) => DynamoNumber.Size(Encoding.UTF8.GetBytes(json));
}
