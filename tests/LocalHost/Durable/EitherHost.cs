namespace Nots.LocalHost.Tests.Durable;

/// <summary>A load balancer: one host after the other is asked, and another where one cannot be reached.</summary>
internal sealed class EitherHost(params IReadOnlyList<Uri> hosts) : DelegatingHandler(new SocketsHttpHandler())
{
    private int _turn;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var first = Interlocked.Increment(ref _turn) & int.MaxValue;
        for (var tries = 1; ; tries++)
        {
            request.RequestUri = new Uri(hosts[(first + tries) % hosts.Count], request.RequestUri!.PathAndQuery);
            try
            {
                return await base.SendAsync(request, cancellationToken);
            }
            catch (HttpRequestException fault) when (fault.HttpRequestError == HttpRequestError.ConnectionError && tries < hosts.Count)
            {
            }
        }
    }
}
