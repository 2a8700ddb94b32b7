using Azure.Core.Serialization;
using Nots.Application.Orchestration;

namespace Nots.Functions.Durable;

/// <summary>How the Functions worker writes what orchestrations and activities pass on: as every other engine does.</summary>
internal static class DurableJson
{
    public static ObjectSerializer Serializer { get; } = new JsonObjectSerializer(OrchestrationJson.Options);
}
