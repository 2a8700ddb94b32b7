using System.Net;
using System.Text.Json;

namespace Nots.Journeys;

/// <summary>Nothing answers where the platform, or the Stripe simulator, should be. The message says what to do.</summary>
public sealed class UnreachableHostException(string message, Exception? cause = null) : Exception(message, cause);

/// <summary>The Stripe simulator, or a convenience of a local host, refused a request.</summary>
public sealed class RefusedException(string request, HttpStatusCode status, string answer) : Exception($"{request} was answered {(int)status}: {answer}")
{
    /// <summary>The status of the answer.</summary>
    public HttpStatusCode Status => status;
}

/// <summary>Turns a missing answer into an exception that says what to do about it.</summary>
/// <param name="advice">A sentence.</param>
public sealed class UnreachableHostHandler(string advice) : DelegatingHandler(new SocketsHttpHandler())
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    /// <summary>A client of the platform.</summary>
    public static HttpClient ToPlatform(Uri address) =>
        new(new UnreachableHostHandler("Start the platform with ./run, or let this command start one with --start.")) { BaseAddress = address };

    /// <summary>A client of the Stripe simulator.</summary>
    public static HttpClient ToStripe(Uri address) =>
        new(new UnreachableHostHandler("It is the Stripe simulator, which ./run starts beside the platform; --stripe says where it listens.")) { BaseAddress = address };

    /// <exception cref="UnreachableHostException">There is no answer.</exception>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var host = request.RequestUri!.GetLeftPart(UriPartial.Authority);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        try
        {
            return await base.SendAsync(request, limit.Token);
        }
        catch (HttpRequestException fault)
        {
            throw new UnreachableHostException($"{host} does not answer ({fault.Message}). {advice}", fault);
        }
        catch (OperationCanceledException fault) when (!cancellationToken.IsCancellationRequested)
        {
            throw new UnreachableHostException($"{host} did not answer within {Limit.TotalSeconds:0} s. {advice}", fault);
        }
    }
}

/// <summary>Requests outside the platform's contract.</summary>
internal static class JsonRequests
{
    /// <exception cref="RefusedException">The answer is an error, or not what was expected.</exception>
    public static async Task<T> ReadAsync<T>(this HttpClient http, HttpRequestMessage request, JsonSerializerOptions json, CancellationToken cancellationToken)
    {
        using (request)
        {
            using var response = await http.SendAsync(request, cancellationToken);
            var answer = await response.Content.ReadAsStringAsync(cancellationToken);
            var asked = $"{request.Method} {request.RequestUri!.AbsolutePath}";
            if (!response.IsSuccessStatusCode)
                throw new RefusedException(asked, response.StatusCode, answer);
            try
            {
                return JsonSerializer.Deserialize<T>(answer, json) ?? throw new JsonException("It is null.");
            }
            catch (JsonException fault)
            {
                throw new RefusedException(asked, response.StatusCode, $"not what was expected: {fault.Message}");
            }
        }
    }
}
