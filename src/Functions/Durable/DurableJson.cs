using System.Text.Json;
using Azure.Core.Serialization;
using Nots.Application.Common;

namespace Nots.Functions.Durable;

/// <summary>How the Functions worker writes what orchestrations and activities pass on: as on every other backend.</summary>
internal static class DurableJson
{
    public static ObjectSerializer Serializer { get; } = new JsonObjectSerializer(WorkflowJson.Options);

    /// <summary>
    /// The options of everything in the worker that writes JSON: an orchestration's input is read with them, not with its serializer
    /// (Azure/azure-functions-durable-extension#2851).
    /// </summary>
    public static void Apply(JsonSerializerOptions options)
    {
        var ours = WorkflowJson.Options;
        options.PropertyNamingPolicy = ours.PropertyNamingPolicy;
        options.PropertyNameCaseInsensitive = ours.PropertyNameCaseInsensitive;
        options.NumberHandling = ours.NumberHandling;
        options.DefaultIgnoreCondition = ours.DefaultIgnoreCondition;
        foreach (var converter in ours.Converters)
            options.Converters.Add(converter);
    }
}
