using System.Text.Json;
using System.Text.Json.Serialization;
using Nots.Integrations.Mailbox;

namespace Nots.LocalHost.Development;

/// <summary>The shapes of the development conveniences.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(TokenRequest))]
[JsonSerializable(typeof(TokenAnswer))]
[JsonSerializable(typeof(MailboxAnswer))]
[JsonSerializable(typeof(DiscoveryDocument))]
[JsonSerializable(typeof(KeySet))]
[JsonSerializable(typeof(ErrorAnswer))]
internal sealed partial class DevelopmentJson : JsonSerializerContext;

/// <summary>Who somebody wants to be.</summary>
internal sealed record TokenRequest(string? User);

/// <summary>An access token (RFC 6749, 5.1).</summary>
internal sealed record TokenAnswer(
    [property: JsonPropertyName("access_token")] string AccessToken,
    [property: JsonPropertyName("token_type")] string TokenType,
    [property: JsonPropertyName("expires_in")] int ExpiresIn);

internal sealed record MailboxAnswer(IReadOnlyList<MailboxMessage> Messages);

/// <summary>What OpenID Connect Discovery 1.0 asks for.</summary>
internal sealed record DiscoveryDocument(
    [property: JsonPropertyName("issuer")] string Issuer,
    [property: JsonPropertyName("jwks_uri")] string JwksUri,
    [property: JsonPropertyName("token_endpoint")] string TokenEndpoint,
    [property: JsonPropertyName("id_token_signing_alg_values_supported")] IReadOnlyList<string> Algorithms,
    [property: JsonPropertyName("response_types_supported")] IReadOnlyList<string> ResponseTypes,
    [property: JsonPropertyName("subject_types_supported")] IReadOnlyList<string> SubjectTypes);

/// <summary>Public keys (RFC 7517, 5).</summary>
internal sealed record KeySet(IReadOnlyList<IReadOnlyDictionary<string, string>> Keys);

/// <summary>The platform's shape of a "no".</summary>
internal sealed record ErrorAnswer(ErrorContent Error);

internal sealed record ErrorContent(string Code, string Message, IReadOnlyDictionary<string, string> Details, string RequestId);
