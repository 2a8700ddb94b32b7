using System.Text.Json.Serialization;

namespace Nots.Api.Status;

/// <summary>How the platform is, in a word.</summary>
internal sealed record StatusResponse(string Status);

/// <summary>That the platform can serve, and what it looked at.</summary>
/// <param name="Status"><c>ready</c>; when it is not, the answer is a refusal.</param>
internal sealed record ReadinessResponse(string Status, IReadOnlyList<ReadinessCheckResponse> Checks);

/// <summary>One check.</summary>
internal sealed record ReadinessCheckResponse(string Name, bool Ok);

/// <summary>The requests and responses of the status, compiled: they are read and written without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(StatusResponse))]
[JsonSerializable(typeof(ReadinessResponse))]
internal sealed partial class StatusJson : JsonSerializerContext;
