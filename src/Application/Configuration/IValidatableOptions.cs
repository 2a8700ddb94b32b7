using System.Runtime.CompilerServices;

namespace Nots.Application.Configuration;

/// <summary>
/// Options that can say what is wrong with them: the one form of such checks. A host asks all its options before it starts and
/// reports every fault at once; a registration asks again, so that nothing is wired with options that nobody checked.
/// </summary>
public interface IValidatableOptions
{
    /// <summary>All that is wrong, a sentence each, without secrets; empty when nothing is.</summary>
    IReadOnlyList<string> Faults();
}

/// <summary>Keeps a service from being wired with faulty options.</summary>
public static class ValidatableOptions
{
    /// <exception cref="ArgumentException">The options have faults; the message names them all.</exception>
    public static void ThrowIfInvalid(this IValidatableOptions options, [CallerArgumentExpression(nameof(options))] string? parameter = null)
    {
        if (options.Faults() is { Count: > 0 } faults)
            throw new ArgumentException(string.Join(" ", faults), parameter);
    }
}
