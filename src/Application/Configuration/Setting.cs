namespace Nots.Application.Configuration;

/// <summary>A setting as it is in force.</summary>
/// <param name="Path">Within the section.</param>
/// <param name="Shown">Its value as it may be shown: never a secret.</param>
/// <param name="IsDefault">Whether nobody set it.</param>
/// <param name="Group">The record that it is a property of.</param>
/// <param name="IsList">Whether its values are under <c>0</c>, <c>1</c>, ….</param>
/// <param name="IsSecret">Whether its value must not be shown.</param>
public sealed record Setting(string Path, string Shown, bool IsDefault, Type Group, bool IsList, bool IsSecret);
