using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Nots.Cli.Wire;

/// <summary>Requests out, JSON in; refusals and silence become exceptions of their own.</summary>
/// <param name="http">With the base address.</param>
/// <param name="json">How the other side writes names.</param>
/// <param name="silence">What to say when nobody answers.</param>
internal sealed class JsonChannel(HttpClient http, JsonSerializerOptions json, string silence)
{
    /// <summary>Names as on the platform's wire.</summary>
    public static readonly JsonSerializerOptions Camel =
        new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>Names as on Stripe's.</summary>
    public static readonly JsonSerializerOptions Snake = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <exception cref="RefusedException">The answer is an error.</exception>
    /// <exception cref="UnreachableHostException">There is no answer.</exception>
    public async Task<T> SendAsync<T>(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using (request)
        {
            var name = $"{request.Method} {request.RequestUri}";
            var (status, body) = await ExchangeAsync(request, cancellationToken);
            if ((int)status is < 200 or > 299)
                throw Refused(name, status, body);
            try
            {
                return JsonSerializer.Deserialize<T>(body, json) ?? throw new JsonException("It is null.");
            }
            catch (JsonException fault)
            {
                throw new RefusedException(name, status, "UNREADABLE", $"The answer is not what was expected: {fault.Message}", null);
            }
        }
    }

    public HttpContent Content(object body) => new StringContent(JsonSerializer.Serialize(body, json), null, "application/json");

    private async Task<(HttpStatusCode Status, string Body)> ExchangeAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await http.SendAsync(request, cancellationToken);
            return (answer.StatusCode, await answer.Content.ReadAsStringAsync(cancellationToken));
        }
        catch (HttpRequestException fault)
        {
            throw new UnreachableHostException($"{http.BaseAddress} does not answer ({fault.Message}). {silence}", fault);
        }
        catch (OperationCanceledException fault) when (!cancellationToken.IsCancellationRequested)
        {
            throw new UnreachableHostException($"{http.BaseAddress} did not answer within {http.Timeout.TotalSeconds:0} s. {silence}", fault);
        }
    }

    private static RefusedException Refused(string name, HttpStatusCode status, string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var error = document.RootElement.GetProperty("error");
            JsonElement? details = error.TryGetProperty("details", out var found) ? found.Clone() : null;
            return new RefusedException(name, status, Text(error, "code"), string.Join(' ', [Text(error, "message"), .. FieldMessages(details)]), details);
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return new RefusedException(name, status, "", "The answer has no error in the platform's shape.", null);
        }
    }

    /// <summary>One fault alone is the error's message; of several that only says how many they are.</summary>
    private static IEnumerable<string> FieldMessages(JsonElement? details) =>
        details is { ValueKind: JsonValueKind.Object } all && all.TryGetProperty("fields", out var fields)
            && fields.ValueKind == JsonValueKind.Array && fields.GetArrayLength() > 1
            ? fields.EnumerateArray().Select(field => Text(field, "message"))
            : [];

    private static string Text(JsonElement error, string name) =>
        error.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
