using Nots.Integrations.Phones;

namespace Nots.Integrations.Tests.Phones;

public sealed class LibPhoneNumbersTests
{
    private static readonly LibPhoneNumbers Numbers = new();

    [Theory]
    [InlineData("+447700900123", "+447700900123")]
    [InlineData("07700 900123", "+447700900123")]
    [InlineData("+44 (0)7700 900 999", "+447700900999")]
    [InlineData("0044 7700 900000", "+447700900000")]
    [InlineData(" 01202 496 123 ", "+441202496123")]
    [InlineData("(020) 7946-0018", "+442079460018")]
    [InlineData("07911 123456", "+447911123456")]
    [InlineData("+33 1 42 68 53 00", "+33142685300")]
    [InlineData("+1 (212) 736-5000", "+12127365000")]
    public void A_number_is_read_as_people_write_it(string text, string expected)
    {
        Assert.True(Numbers.TryNormalise(text, out var e164));
        Assert.Equal(expected, e164);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("abc")]
    [InlineData("call 07700 900123")]
    [InlineData("07700 900123; DROP TABLE")]
    [InlineData("0800 FLOWERS")]
    [InlineData("999")]
    [InlineData("123")]
    [InlineData("0770090012")]
    [InlineData("077009001234")]
    [InlineData("+44")]
    [InlineData("+999 123 456 789")]
    [InlineData("+++++")]
    [InlineData("00000000000")]
    [InlineData("٠٧٧٠٠٩٠٠١٢٣")]
    [InlineData("07700900123\r\n07700900124")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000")]
    public void Garbage_is_refused(string text)
    {
        Assert.False(Numbers.TryNormalise(text, out var e164));
        Assert.Null(e164);
    }
}
