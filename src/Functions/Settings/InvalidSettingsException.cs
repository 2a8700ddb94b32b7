namespace Nots.Functions.Settings;

/// <summary>The function app cannot start with these settings; the message has all that is wrong with them.</summary>
internal sealed class InvalidSettingsException(IReadOnlyList<string> faults)
    : Exception($"The settings are wrong:{Environment.NewLine}{string.Join(Environment.NewLine, faults.Select(fault => "  - " + fault))}")
{
    public IReadOnlyList<string> Faults { get; } = faults;
}
