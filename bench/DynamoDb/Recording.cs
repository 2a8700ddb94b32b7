using Amazon.Runtime;

namespace Nots.DynamoDb.Bench;

/// <summary>Keeps DynamoDB Local's answer to each kind of request in a folder, for the stub to give again.</summary>
internal sealed class Recording(string folder) : HttpClientFactory
{
    public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(new Recorder(folder), disposeHandler: true);

    private sealed class Recorder(string folder) : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var answer = await base.SendAsync(request, cancellationToken);
            await answer.Content.LoadIntoBufferAsync(cancellationToken);
            if (answer.IsSuccessStatusCode && request.Headers.TryGetValues("X-Amz-Target", out var target))
            {
                var file = Path.Combine(folder, target.Single());
                await File.WriteAllBytesAsync(file, await answer.Content.ReadAsByteArrayAsync(cancellationToken), cancellationToken);
                await File.WriteAllTextAsync(file + ".crc32", answer.Headers.GetValues("x-amz-crc32").Single(), cancellationToken);
            }
            return answer;
        }
    }
}
