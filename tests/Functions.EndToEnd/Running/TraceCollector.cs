using System.Net;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Nots.Functions.EndToEnd.Tests.Running;

/// <summary>Takes the spans that the app exports by OTLP, and looks for traces among them by their ids' bytes.</summary>
internal sealed class TraceCollector : IAsyncDisposable
{
    private readonly Channel<byte[]> _received = Channel.CreateBounded<byte[]>(new BoundedChannelOptions(1000) { FullMode = BoundedChannelFullMode.DropOldest });
    private readonly WebApplication _app;

    private TraceCollector()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http1));
        _app = builder.Build();
        _app.Run(TakeAsync);
    }

    public Uri Address => new(_app.Urls.Single());

    public static async Task<TraceCollector> StartAsync(CancellationToken cancellationToken)
    {
        var collector = new TraceCollector();
        await collector._app.StartAsync(cancellationToken);
        return collector;
    }

    /// <summary>Waits for a span of a trace that was not asked for before.</summary>
    /// <param name="traceId">Sixteen bytes, in hexadecimal.</param>
    /// <param name="cancellationToken">Bounds the wait.</param>
    public async Task SeeAsync(string traceId, CancellationToken cancellationToken)
    {
        var id = Convert.FromHexString(traceId);
        while (!((await _received.Reader.ReadAsync(cancellationToken)).AsSpan().IndexOf(id) >= 0))
        {
            // Spans of other requests.
        }
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        if (context.Request.Path == "/v1/traces")
            await _received.Writer.WriteAsync(body.ToArray(), context.RequestAborted);
    }
}
