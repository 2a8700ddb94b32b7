using System.Text.Json.Serialization;
using Nots.Application.Orchestration;

namespace Nots.Durable.History;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowOutOfOrderMetadataProperties = true,
    MaxDepth = 128)]
[JsonSerializable(typeof(HistoryEvent))]
[JsonSerializable(typeof(FailureDetails))]
internal sealed partial class HistoryJsonContext : JsonSerializerContext;
