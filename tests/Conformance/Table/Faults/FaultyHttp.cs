using System.Collections.Concurrent;
using Amazon.Runtime;

namespace Nots.Conformance.Table.Faults;

/// <summary>Forwards a request to DynamoDB Local.</summary>
internal delegate Task<HttpResponseMessage> Forward();

/// <summary>Answers a request instead of DynamoDB Local, or before or after it.</summary>
internal delegate Task<HttpResponseMessage> Fault(Exchange exchange, Forward forward, CancellationToken cancellationToken);

/// <summary>
/// The SDK's HTTP with faults in it: the first request meets the first fault, and so on; when there are no more, requests go through.
/// What DynamoDB Local cannot do (throttle, conflict, fail, leave undone, lose an answer) is made here.
/// </summary>
internal sealed class FaultyHttp : HttpClientFactory
{
    private readonly ConcurrentQueue<Fault> _faults = new();

    /// <summary>Every request that the SDK made.</summary>
    public ConcurrentQueue<Exchange> Exchanges { get; } = new();

    /// <summary>Meets every request when the queue is empty; null to let them through.</summary>
    public Fault? Always { get; set; }

    public void Next(params IEnumerable<Fault> faults)
    {
        foreach (var fault in faults)
            _faults.Enqueue(fault);
    }

    public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(new Handler(this) { InnerHandler = new SocketsHttpHandler() });

    public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => true;

    /// <summary>Null: the clients are this SDK client's own.</summary>
    public override string? GetConfigUniqueString(IClientConfig clientConfig) => null;

    private sealed class Handler(FaultyHttp http) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var exchange = await Exchange.OfAsync(request, cancellationToken);
            http.Exchanges.Enqueue(exchange);
            var fault = http._faults.TryDequeue(out var next) ? next : http.Always;
            return fault is null ? await base.SendAsync(request, cancellationToken) : await fault(exchange, () => base.SendAsync(request, cancellationToken), cancellationToken);
        }
    }
}
