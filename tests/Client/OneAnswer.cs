using System.Net;
using System.Text;

namespace Nots.Client.Tests;

/// <summary>Answers everything alike, and keeps what was asked.</summary>
internal sealed class OneAnswer(HttpStatusCode status, string body) : HttpMessageHandler
{
    public string? Asked { get; private set; }

    public string? Sent { get; private set; }

    public string? Authorization { get; private set; }

    public string? IdempotencyKey { get; private set; }

    public NotsClient Client() => new(new HttpClient(this) { BaseAddress = new Uri("https://api.nots.test") });

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Asked = $"{request.Method} {request.RequestUri!.PathAndQuery}";
        Authorization = request.Headers.Authorization?.ToString();
        IdempotencyKey = request.Headers.TryGetValues("Idempotency-Key", out var keys) ? keys.Single() : null;
        Sent = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
        return new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
    }
}
