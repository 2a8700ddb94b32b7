namespace Nots.Integrations;

/// <summary>Keeps an integration from being wired with options that its host did not validate.</summary>
internal static class OptionsCheck
{
    /// <exception cref="ArgumentException">There are faults; the message names them all.</exception>
    public static void ThrowIfFaulty(IReadOnlyList<string> faults, string parameter)
    {
        if (faults.Count > 0)
            throw new ArgumentException(string.Join(" ", faults), parameter);
    }
}
