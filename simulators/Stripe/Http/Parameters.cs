using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Primitives;

namespace Nots.StripeSimulator.Http;

/// <summary>
/// A request's parameters, by their full names (<c>metadata[bookingId]</c>). Each name that an endpoint reads is one that it
/// knows; the rest are refused as Stripe does.
/// </summary>
internal sealed class Parameters
{
    private readonly SortedDictionary<string, string> _values = new(StringComparer.Ordinal);

    public Parameters(IEnumerable<KeyValuePair<string, StringValues>> values)
    {
        foreach (var (name, given) in values)
        {
            // "expand[]=a&expand[]=b": one name, many values.
            for (var i = 0; i < given.Count; i++)
                _values[given.Count > 1 ? $"{name}{i}" : name] = given[i] ?? "";
        }
    }

    public bool IsEmpty => _values.Count == 0;

    public bool Has(string name) => _values.ContainsKey(name);

    /// <summary>Null when absent or empty.</summary>
    public string? Text(string name) => _values.TryGetValue(name, out var value) && value.Length > 0 ? value : null;

    public string RequiredText(string name) => Text(name) ?? throw ApiException.Missing(name);

    public string? OneOf(string name, params ReadOnlySpan<string> allowed)
    {
        var value = Text(name);
        return value is null || allowed.Contains(value)
            ? value
            : throw ApiException.Invalid($"Invalid {name}: must be one of {string.Join(", ", allowed!)}", name);
    }

    public long? Number(string name)
    {
        if (Text(name) is not { } text)
            return null;
        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw ApiException.Invalid($"Invalid integer: {text}", name, "parameter_invalid_integer");
    }

    public bool? Flag(string name) => Text(name) switch
    {
        null => null,
        "true" => true,
        "false" => false,
        var text => throw ApiException.Invalid($"Invalid boolean: {text}", name),
    };

    /// <summary>The members of a nested form or list, by what is between the first brackets.</summary>
    public IEnumerable<KeyValuePair<string, string>> Members(string name)
    {
        var prefix = name + "[";
        foreach (var (key, value) in _values)
        {
            if (!key.StartsWith(prefix, StringComparison.Ordinal))
                continue;
            var end = key.IndexOf(']', prefix.Length);
            if (end > 0)
                yield return new KeyValuePair<string, string>(key[prefix.Length..end], value);
        }
    }

    /// <param name="known">Whole names, or with <c>[*]</c> at the end for any member.</param>
    public void RefuseUnknown(params ReadOnlySpan<string> known)
    {
        foreach (var name in _values.Keys)
        {
            if (!IsKnown(name, known))
                throw ApiException.Invalid($"Received unknown parameter: {name}", name, "parameter_unknown");
        }
    }

    /// <summary>The same for the same parameters, in whatever order they came.</summary>
    public byte[] Fingerprint()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var query = new QueryBuilder(_values);
        hash.AppendData(Encoding.UTF8.GetBytes(query.ToString()));
        return hash.GetHashAndReset();
    }

    private static bool IsKnown(string name, ReadOnlySpan<string> known)
    {
        foreach (var pattern in known)
        {
            if (pattern.EndsWith("[*]", StringComparison.Ordinal)
                ? name.StartsWith(pattern[..^2], StringComparison.Ordinal) || name == pattern[..^3]
                : name == pattern)
            {
                return true;
            }
        }

        return false;
    }
}
