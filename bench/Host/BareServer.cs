using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Nots.Host.Bench;

/// <summary>Kestrel with nothing behind it: one answer, the platform's own bytes and headers, to whatever is asked.</summary>
internal sealed class BareServer : IAsyncDisposable
{
    // The server writes these itself.
    private static readonly string[] Own = ["Date", "Server", "Transfer-Encoding", "Content-Length"];

    private readonly WebApplication _app;

    private BareServer(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.Single());

    public static async Task<BareServer> StartAsync(HttpResponseMessage like)
    {
        var body = await like.Content.ReadAsByteArrayAsync();
        var headers = like.Headers.Concat(like.Content.Headers).Where(header => !Own.Contains(header.Key))
            .Select(header => (header.Key, Value: string.Join(", ", header.Value))).ToArray();
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        var app = builder.Build();
        app.Run(context => AnswerAsync(context, like.StatusCode, headers, body));
        await app.StartAsync();
        return new BareServer(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static async Task AnswerAsync(HttpContext context, HttpStatusCode status, (string Name, string Value)[] headers, byte[] body)
    {
        await context.Request.Body.CopyToAsync(Stream.Null);
        context.Response.StatusCode = (int)status;
        foreach (var (name, value) in headers)
            context.Response.Headers[name] = value;
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body);
    }
}
