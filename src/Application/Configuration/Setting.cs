namespace Nots.Application.Configuration;

/// <summary>A setting as it is in force.</summary>
/// <param name="Path">Within the section.</param>
/// <param name="Shown">Its value as it may be shown: never a secret.</param>
/// <param name="IsDefault">Whether nobody set it.</param>
public sealed record Setting(string Path, string Shown, bool IsDefault);
