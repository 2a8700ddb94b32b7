using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Nots.Functions.EndToEnd.Tests.Running;

/// <summary>A request as it was asked, to be sent as often as need be.</summary>
/// <param name="Request">Its method and headers.</param>
/// <param name="Target">Where it goes.</param>
/// <param name="Body">All of it.</param>
internal sealed record Asked(HttpRequest Request, Uri Target, byte[] Body)
{
    public string Path => Request.Path.Value!;

    public HttpRequestMessage Message() => Message(new HttpMethod(Request.Method), Target, Body);

    public HttpRequestMessage Message(HttpMethod method, Uri target, byte[] body)
    {
        var message = new HttpRequestMessage(method, target) { Content = body.Length == 0 ? null : new ByteArrayContent(body) };
        foreach (var (name, values) in Request.Headers.Where(header => header.Key is not ("Host" or "Connection" or "Transfer-Encoding")))
        {
            if (!message.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values))
                message.Content?.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values);
        }
        return message;
    }

    public JsonElement Json() => JsonDocument.Parse(Body).RootElement;
}

/// <summary>
/// What a good client does when a server dies over its request: it sends it again, and when the second is refused, it looks whether the
/// first was carried out after all.
/// </summary>
internal static class Persistence
{
    private const int MostTries = 5;

    public static async Task<HttpResponseMessage> SendAsync(HttpClient http, Asked asked, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            var answer = await http.SendAsync(asked.Message(), cancellationToken);
            if (answer.StatusCode is not (HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable) || tries == MostTries)
                return tries > 1 && (int)answer.StatusCode is >= 400 and < 500 ? await LookAsync(http, asked, cancellationToken) ?? answer : answer;
            answer.Dispose();
        }
    }

    /// <returns>The booking as an answer, if it is what was asked for; null otherwise.</returns>
    private static async Task<HttpResponseMessage?> LookAsync(HttpClient http, Asked asked, CancellationToken cancellationToken)
    {
        if (Wanted(asked) is not { } wanted)
            return null;
        var answer = await http.SendAsync(asked.Message(HttpMethod.Get, new Uri(asked.Target, $"/v1/bookings/{wanted.BookingId}"), []), cancellationToken);
        if (answer.IsSuccessStatusCode && wanted.Holds(JsonDocument.Parse(await answer.Content.ReadAsStringAsync(cancellationToken)).RootElement))
            return answer;
        answer.Dispose();
        return null;
    }

    private static (string BookingId, Func<JsonElement, bool> Holds)? Wanted(Asked asked)
    {
        var last = asked.Path[(asked.Path.LastIndexOf('/') + 1)..];
        return (asked.Request.Method, asked.Path) switch
        {
            ("POST", "/v1/dispatch/assign") => (Text(asked.Json(), "bookingId")!, booking => Text(booking, "driver", "driverId") == Text(asked.Json(), "driverId")),
            ("PATCH", _) => (last, booking => Text(booking, "progress") == Text(asked.Json(), "progress")),
            ("DELETE", _) => (last, booking => Text(booking, "status") == "cancelled"),
            _ => null,
        };
    }

    private static string? Text(JsonElement element, params string[] path)
    {
        foreach (var name in path)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
                return null;
        }
        return element.ValueKind == JsonValueKind.String ? element.GetString() : null;
    }
}
