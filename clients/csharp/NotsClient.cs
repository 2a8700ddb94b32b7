using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Nots.Client;

/// <param name="http">With the platform's address as its base address; its lifetime, time-out and retries are the caller's.</param>
public sealed partial class NotsClient(HttpClient http)
{
    /// <summary>Who asks, as a bearer token; null for a guest.</summary>
    public string? Token { get; init; }

    /// <summary>The same platform for somebody who has signed in.</summary>
    /// <param name="token">The bearer token that the identity provider gave them.</param>
    public NotsClient WithToken(string token) => new(http) { Token = token };

    private async Task<T> SendAsync<T>(
        HttpMethod method,
        string path,
        (string Name, object? Value)[] query,
        object? body,
        (string Name, object? Value)[] headers,
        CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, new Uri(path + Query(query), UriKind.Relative));
        if (Token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        foreach (var (name, value) in headers)
        {
            if (value is not null)
                request.Headers.TryAddWithoutValidation(name, Text(value));
        }
        if (body is not null)
        {
            request.Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body, body.GetType(), NotsJson.Default));
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }
        using var response = await http.SendAsync(request, cancellationToken).ConfigureAwait(false);
        var answer = await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        var asked = $"{method} /{path}";
        if (!response.IsSuccessStatusCode)
            throw NotsException.Refused(asked, response.StatusCode, answer);
        try
        {
            return JsonSerializer.Deserialize(answer, (JsonTypeInfo<T>)NotsJson.Default.GetTypeInfo(typeof(T))!) ?? throw new JsonException("It is null.");
        }
        catch (JsonException fault)
        {
            throw NotsException.Unreadable(asked, response.StatusCode, fault);
        }
    }

    private static string Query((string Name, object? Value)[] query)
    {
        var text = new StringBuilder();
        foreach (var (name, value) in query)
        {
            if (value is not null)
                text.Append(text.Length == 0 ? '?' : '&').Append(name).Append('=').Append(Segment(Text(value)));
        }
        return text.ToString();
    }

    private static string Segment(string value) => Uri.EscapeDataString(value);

    private static string Text(object value) => value switch
    {
        bool flag => flag ? "true" : "false",
        Enum => JsonSerializer.SerializeToElement(value, value.GetType(), NotsJson.Default).GetString()!,
        IFormattable number => number.ToString(value is DateTimeOffset ? "O" : null, CultureInfo.InvariantCulture),
        _ => (string)value,
    };
}

/// <summary>The names that values have on the wire.</summary>
public static class WireNames
{
    /// <summary>Such as <c>no_show</c> for <see cref="BookingStatus.NoShow"/>.</summary>
    public static string WireName<T>(this T value)
        where T : struct, Enum =>
        JsonSerializer.SerializeToElement(value, TypeInfo<T>()).GetString()!;

    /// <summary>The value of a name.</summary>
    /// <exception cref="JsonException">No value has it.</exception>
    public static T Parse<T>(string name)
        where T : struct, Enum =>
        JsonSerializer.Deserialize(JsonSerializer.Serialize(name, NotsJson.Default.String), TypeInfo<T>());

    private static JsonTypeInfo<T> TypeInfo<T>() => (JsonTypeInfo<T>)NotsJson.Default.GetTypeInfo(typeof(T))!;
}
