namespace Nots.Integrations.Stripe;

/// <summary>
/// Reads an answer to its end inside the pipeline, so that time-out, retry and circuit breaker cover the body too: Stripe.net
/// asks for the headers only and reads the body later, on its own.
/// </summary>
internal sealed class BufferedBody : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        try
        {
            await response.Content.LoadIntoBufferAsync(cancellationToken);
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }
}
