using System.Text.Json.Serialization;

namespace Nots.Cli.Wire;

/// <summary>The answer of <c>POST /dev/token</c>, in OAuth's names.</summary>
internal sealed record DevToken([property: JsonPropertyName("access_token")] string AccessToken);
