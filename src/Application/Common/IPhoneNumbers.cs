using System.Diagnostics.CodeAnalysis;

namespace Nots.Application.Common;

/// <summary>Knows telephone numbers.</summary>
public interface IPhoneNumbers
{
    /// <summary>Reads a number as people write it; without a country code it is British.</summary>
    /// <param name="text">As written.</param>
    /// <param name="e164">The number in E.164, such as <c>+447700900123</c>.</param>
    bool TryNormalise(string text, [NotNullWhen(true)] out string? e164);
}
