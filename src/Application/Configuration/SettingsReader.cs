using System.Reflection;

namespace Nots.Application.Configuration;

/// <summary>
/// Reads typed settings out of a host's configuration, strictly: whatever is given must be a setting's name and fit its type, and all
/// that does not is told together. A group of settings is a record, a setting a property of it that can be set, and a record in a
/// record a group in a group; a list of texts has its elements under <c>0</c>, <c>1</c>, ….
/// </summary>
public sealed class SettingsReader
{
    /// <summary>Between the parts of a setting's path.</summary>
    public const char Separator = ':';

    private static readonly string[] SecretEndings = ["Key", "Secret", "Secrets", "Password", "Token", "ConnectionString"];

    private readonly string _section;
    private readonly Dictionary<string, string> _given = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _known = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _faults = [];
    private readonly List<Setting> _settings = [];

    /// <param name="configuration">All of it, as full paths; what is outside the section does not matter, nor what has no value.</param>
    /// <param name="section">The path of the platform's settings.</param>
    public SettingsReader(IEnumerable<KeyValuePair<string, string?>> configuration, string section)
    {
        _section = section;
        var prefix = section + Separator;
        foreach (var (path, value) in configuration)
        {
            if (path.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) && !string.IsNullOrEmpty(value))
                _given[path[prefix.Length..]] = value;
        }
    }

    /// <summary>What was read, by path, for all to see.</summary>
    public IReadOnlyList<Setting> Settings => _settings;

    /// <summary>Reads a group of settings; what is not given, or faulty, has the value that it has in <paramref name="defaults"/>.</summary>
    /// <param name="defaults">A record; it is not changed.</param>
    /// <param name="path">Where the group is in the section; empty for directly in it.</param>
    public T Read<T>(T defaults, string path = "")
        where T : class => (T)ReadGroup(defaults, path);

    /// <summary>All that is wrong with what was given, a sentence each; asked when every group has been read.</summary>
    public IReadOnlyList<string> Faults()
    {
        var unknown = _given.Keys.Where(path => !_known.Contains(path)).Order(StringComparer.OrdinalIgnoreCase);
        return [.. _faults, .. unknown.Select(Unknown)];
    }

    private object ReadGroup(object defaults, string path)
    {
        var group = Clone(defaults);
        foreach (var property in group.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite))
        {
            var name = path.Length == 0 ? property.Name : path + Separator + property.Name;
            var present = property.GetValue(group);
            if (present is not null && CloneOf(present.GetType()) is not null)
                property.SetValue(group, ReadGroup(present, name));
            else if (property.PropertyType == typeof(IReadOnlyList<string>) || SettingValue.CanBe(property.PropertyType))
                property.SetValue(group, ReadSetting(name, property, present));
        }
        return group;
    }

    private object? ReadSetting(string name, PropertyInfo property, object? present)
    {
        var isList = property.PropertyType == typeof(IReadOnlyList<string>);
        var given = isList ? List(name) : Single(name, property.PropertyType);
        var value = given ?? present;
        var isSecret = IsSecret(name);
        var shown = value is not null && isSecret ? "(secret)" : SettingValue.Show(value);
        _settings.Add(new Setting(name, shown, given is null, property.DeclaringType!, isList, isSecret));
        return value;
    }

    private object? Single(string name, Type type)
    {
        _known.Add(name);
        if (!_given.TryGetValue(name, out var text))
            return null;
        if (SettingValue.Parse(type, text) is { } value)
            return value;
        _faults.Add($"{_section}:{name} is '{Shorten(text)}': {SettingValue.Expected(type)} is expected.");
        return null;
    }

    private List<string>? List(string name)
    {
        var values = new List<string>();
        for (var index = 0; ; index++)
        {
            var path = $"{name}{Separator}{index}";
            _known.Add(path);
            if (!_given.TryGetValue(path, out var value))
                return values.Count > 0 ? values : null;
            values.Add(value);
        }
    }

    private string Unknown(string path)
    {
        var near = _known.Where(known => Distance(known, path) <= 2).MinBy(known => Distance(known, path));
        return $"{_section}:{path} is not a setting{(near is null ? "." : $": is {_section}:{near} meant?")}";
    }

    private static string Shorten(string text) => text.Length <= 40 ? text : text[..40] + "…";

    /// <summary>By its name, as secrets are called everywhere.</summary>
    private static bool IsSecret(string name) =>
        SecretEndings.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    private static object Clone(object record) =>
        CloneOf(record.GetType())?.Invoke(record, null) ?? throw new ArgumentException($"{record.GetType()} is not a record.", nameof(record));

    /// <summary>What the compiler gives to every record class.</summary>
    private static MethodInfo? CloneOf(Type type) => type.GetMethod("<Clone>$");

    /// <summary>How many characters must be put in, left out or changed (Levenshtein), without regard to case.</summary>
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var same = char.ToUpperInvariant(a[i - 1]) == char.ToUpperInvariant(b[j - 1]);
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (same ? 0 : 1)));
            }
        }
        return row[^1];
    }
}
