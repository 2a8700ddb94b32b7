using System.Net;
using System.Text.Json.Nodes;

namespace Nots.Journeys.Tests.Fakes;

/// <summary>Answers requests from memory.</summary>
internal abstract class JsonHandler : HttpMessageHandler
{
    protected static (HttpStatusCode, JsonNode) Ok(JsonNode body) => (HttpStatusCode.OK, body);

    protected static (HttpStatusCode, JsonNode) Error(HttpStatusCode status, string code, string message, JsonObject? details = null) =>
        (status, new JsonObject { ["error"] = new JsonObject { ["code"] = code, ["message"] = message, ["details"] = details ?? [] } });

    protected abstract (HttpStatusCode Status, JsonNode Body) Answer(HttpRequestMessage request, string[] path, string body);

    protected sealed override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        var (status, answer) = Answer(request, request.RequestUri!.AbsolutePath.Trim('/').Split('/'), body);
        return new HttpResponseMessage(status) { Content = new StringContent(answer.ToJsonString()) };
    }
}
