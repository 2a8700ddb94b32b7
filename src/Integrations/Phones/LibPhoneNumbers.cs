using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using Nots.Application.Common;
using PhoneNumbers;

namespace Nots.Integrations.Phones;

/// <summary>Reads telephone numbers with Google's libphonenumber.</summary>
public sealed class LibPhoneNumbers : IPhoneNumbers
{
    private const int LongestNumber = 40;

    /// <summary>What people write in a number. The library would also pick a number out of a sentence; we do not guess.</summary>
    private static readonly SearchValues<char> Written = SearchValues.Create("0123456789+()-./ \u00a0");

    private readonly PhoneNumberUtil _library = PhoneNumberUtil.GetInstance();

    public bool TryNormalise(string text, [NotNullWhen(true)] out string? e164)
    {
        e164 = null;
        if (text.Length > LongestNumber || text.AsSpan().ContainsAnyExcept(Written))
            return false;
        try
        {
            var number = _library.Parse(text, "GB");
            if (_library.IsValidNumber(number) || IsForDrama(number))
                e164 = _library.Format(number, PhoneNumberFormat.E164);
        }
        catch (NumberParseException)
        {
            // The library's way to say that this is no number.
        }

        return e164 is not null;
    }

    /// <summary>
    /// Ofcom keeps numbers for examples and tests that will never ring anyone ("Telephone numbers for use in TV and radio drama
    /// programmes"); the library calls those of them that lie in unallocated ranges invalid.
    /// </summary>
    private static bool IsForDrama(PhoneNumber number) =>
        number is { CountryCode: 44, NationalNumber: >= 7_700_900_000 and <= 7_700_900_999 };
}
