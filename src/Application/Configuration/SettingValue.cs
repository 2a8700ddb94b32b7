using System.Globalization;

namespace Nots.Application.Configuration;

/// <summary>The types that a setting can have, as they are written.</summary>
internal static class SettingValue
{
    private static readonly HashSet<Type> Simple =
        [typeof(string), typeof(bool), typeof(int), typeof(long), typeof(decimal), typeof(double), typeof(TimeSpan), typeof(Uri)];

    /// <summary>Whether a setting can be of this type; a property of any other is the program's own business.</summary>
    public static bool CanBe(Type type) => Simple.Contains(Bare(type)) || Bare(type).IsEnum;

    /// <summary>The value, or null where the text is none of the type.</summary>
    /// <exception cref="NotSupportedException">No setting can be of this type: a fault of the program.</exception>
    public static object? Parse(Type type, string text)
    {
        type = Bare(type);
        var invariant = CultureInfo.InvariantCulture;
        return type switch
        {
            _ when type == typeof(string) => text,
            _ when type == typeof(bool) => bool.TryParse(text, out var value) ? value : null,
            _ when type == typeof(int) => int.TryParse(text, NumberStyles.AllowLeadingSign, invariant, out var value) ? value : null,
            _ when type == typeof(long) => long.TryParse(text, NumberStyles.AllowLeadingSign, invariant, out var value) ? value : null,
            _ when type == typeof(decimal) => decimal.TryParse(text, NumberStyles.Number, invariant, out var value) ? value : null,
            _ when type == typeof(double) => double.TryParse(text, NumberStyles.Float, invariant, out var value) && double.IsFinite(value) ? value : null,
            // "5" alone would be five days to .NET, and five minutes to whoever wrote it.
            _ when type == typeof(TimeSpan) => text.Contains(':', StringComparison.Ordinal) && TimeSpan.TryParse(text, invariant, out var value) ? value : null,
            _ when type == typeof(Uri) => Uri.TryCreate(text, UriKind.Absolute, out var value) ? value : null,
            _ when type.IsEnum => Enum.GetNames(type).FirstOrDefault(name => name.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } name
                ? Enum.Parse(type, name)
                : null,
            _ => throw new NotSupportedException($"A setting cannot be a {type}."),
        };
    }

    /// <summary>For a message: what such a text looks like.</summary>
    public static string Expected(Type type)
    {
        type = Bare(type);
        return type switch
        {
            _ when type == typeof(bool) => "true or false",
            _ when type == typeof(int) || type == typeof(long) => "a whole number",
            _ when type == typeof(decimal) || type == typeof(double) => "a number such as 1.5",
            _ when type == typeof(TimeSpan) => "a time such as 00:15:00 (hours, minutes, seconds; 1.00:00:00 is a day)",
            _ when type == typeof(Uri) => "an absolute URL",
            _ when type.IsEnum => $"one of {string.Join(", ", Enum.GetNames(type))}",
            _ => "a text",
        };
    }

    private static Type Bare(Type type) => Nullable.GetUnderlyingType(type) ?? type;

    public static string Show(object? value) => value switch
    {
        null => "(none)",
        "" => "(empty)",
        IReadOnlyList<string> list => list.Count == 0 ? "(none)" : string.Join(", ", list),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
