using System.Text.Json;
using Nots.StripeSimulator.Model;

namespace Nots.StripeSimulator.Http;

/// <summary>What is answered.</summary>
/// <param name="Body">JSON, or HTML where the media type says so.</param>
/// <param name="OriginalRequest">The request whose answer this is again, by its idempotency key; null for a first answer.</param>
internal sealed record Answer(int Status, byte[] Body, string? OriginalRequest = null)
{
    public string MediaType { get; init; } = "application/json";

    public static Answer Ok(byte[] body) => new(200, body);

    public static Answer Of(int status, ErrorAnswer error) =>
        new(status, JsonSerializer.SerializeToUtf8Bytes(error, WireJson.Default.ErrorAnswer));
}
