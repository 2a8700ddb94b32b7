using System.Text.Json;
using DurableTask.Core;

namespace Nots.Durable.Sqlite.Events;

/// <summary>Failures and what is in them, to and from their stored shape.</summary>
internal static class FailureJson
{
    public static StoredFailure? From(FailureDetails? failure) => failure is null
        ? null
        : new StoredFailure(
            failure.ErrorType, failure.ErrorMessage, failure.StackTrace, From(failure.InnerFailure), failure.IsNonRetriable,
            failure.Properties?.ToDictionary(property => property.Key, property => ToElement(property.Value)));

    public static FailureDetails? To(StoredFailure? failure) => failure is null
        ? null
        : new FailureDetails(
            failure.Type!, failure.Message!, failure.Stack, To(failure.Inner), failure.NonRetriable,
            failure.Properties?.ToDictionary(property => property.Key, property => ToValue(property.Value)));

    /// <summary>What is not JSON's own (a date, say) becomes text.</summary>
    private static JsonElement ToElement(object? value) => value switch
    {
        JsonElement element => element,
        null or string or bool or int or long or double or decimal => JsonSerializer.SerializeToElement(value),
        IDictionary<string, object?> inner => JsonSerializer.SerializeToElement(inner.ToDictionary(pair => pair.Key, pair => ToElement(pair.Value))),
        System.Collections.IEnumerable list => JsonSerializer.SerializeToElement(list.Cast<object?>().Select(ToElement).ToList()),
        IFormattable text => JsonSerializer.SerializeToElement(text.ToString(format: null, System.Globalization.CultureInfo.InvariantCulture)),
        _ => JsonSerializer.SerializeToElement(value.ToString()),
    };

    private static object? ToValue(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => element.TryGetInt64(out var whole) ? (object)whole : element.GetDouble(),
        JsonValueKind.Array => element.EnumerateArray().Select(ToValue).ToList(),
        JsonValueKind.Object => element.EnumerateObject().ToDictionary(property => property.Name, property => ToValue(property.Value)),
        _ => null,
    };
}
