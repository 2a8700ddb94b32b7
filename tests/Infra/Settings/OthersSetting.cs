namespace Nots.Infra.Tests.Settings;

/// <summary>A setting of what the platform runs on.</summary>
internal sealed record OthersSetting(string Name, string Default, string ReadBy, bool IsSecret, string Meaning)
{
    /// <summary>Whether the laptop's host reads it, too.</summary>
    public bool OnLaptop { get; init; }
}
