using System.Text.Json;

namespace Nots.Functions.StandInHost.Durable;

/// <summary>An activity's input on its way from the history to the function.</summary>
internal static class ActivityInput
{
    /// <summary>DurableTask.Core's own clients put the one argument into an array. What cannot be read is passed on: it is the worker's to refuse.</summary>
    public static string Unwrap(string? input)
    {
        if (string.IsNullOrEmpty(input))
            return "null";
        try
        {
            using var json = JsonDocument.Parse(input);
            return json.RootElement is { ValueKind: JsonValueKind.Array } array && array.GetArrayLength() == 1 ? array[0].GetRawText() : input;
        }
        catch (JsonException)
        {
            return input;
        }
    }
}
