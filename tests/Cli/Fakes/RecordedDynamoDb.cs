using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Amazon.Runtime;

namespace Nots.Cli.Tests.Fakes;

/// <summary>
/// DynamoDB as its API reference documents it, one answer after the other: each request must be the next one of the script, to the
/// letter of its JSON. It stands behind the SDK's own HTTP, so that what the SDK makes of a request is tested too.
/// </summary>
internal sealed class RecordedDynamoDb : HttpClientFactory
{
    private readonly Queue<Exchange> _script = new();

    /// <param name="operation">Such as <c>CreateBackup</c>.</param>
    /// <param name="request">The body that must be sent.</param>
    /// <param name="answer">The body of the answer.</param>
    public RecordedDynamoDb Then(string operation, string request, string answer)
    {
        _script.Enqueue(new Exchange(operation, request, HttpStatusCode.OK, answer));
        return this;
    }

    /// <summary>DynamoDB refuses, as "Error handling with DynamoDB" of its developer guide has it.</summary>
    public RecordedDynamoDb ThenRefuses(string operation, string request, string error, string message)
    {
        _script.Enqueue(new Exchange(
            operation, request, HttpStatusCode.BadRequest, $$"""{"__type":"com.amazonaws.dynamodb.v20120810#{{error}}","message":"{{message}}"}"""));
        return this;
    }

    public void AssertAllAsked() => Assert.Empty(_script.Select(exchange => exchange.Operation));

    public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(new Replay(_script));

    private sealed record Exchange(string Operation, string Request, HttpStatusCode Status, string Answer);

    private sealed class Replay(Queue<Exchange> script) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var operation = request.Headers.GetValues("X-Amz-Target").Single();
            var body = await request.Content!.ReadAsStringAsync(cancellationToken);
            Assert.True(script.Count > 0, $"Nothing more was to be asked, but {operation} is: {body}");
            var next = script.Dequeue();
            Assert.Equal($"DynamoDB_20120810.{next.Operation}", operation);
            Assert.True(JsonNode.DeepEquals(JsonNode.Parse(next.Request), JsonNode.Parse(body)), $"{operation} was sent\n{body}\nand not\n{next.Request}");
            return new HttpResponseMessage(next.Status) { RequestMessage = request, Content = new StringContent(next.Answer, Encoding.UTF8, "application/x-amz-json-1.0") };
        }
    }
}
