using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Nots.StripeSimulator.Tests;

/// <summary>A host that takes webhooks, over real HTTP on a free port.</summary>
internal sealed class WebhookReceiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<ReceivedWebhook> _received = new();

    private WebhookReceiver(WebApplication app) => _app = app;

    public string Url => $"{_app.Urls.Single()}/hook";

    /// <summary>What to answer, by the number of posts before; 200 unless told.</summary>
    public Func<int, int> Answer { get; set; } = _ => StatusCodes.Status200OK;

    public IReadOnlyList<ReceivedWebhook> Received => [.. _received];

    public IReadOnlyList<string> Types => [.. _received.Select(webhook => webhook.Event.Type)];

    public static async Task<WebhookReceiver> StartAsync(string url = "http://127.0.0.1:0")
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls(url);
        builder.Services.AddRouting();
        var app = builder.Build();
        var receiver = new WebhookReceiver(app);
        app.MapPost("/hook", (RequestDelegate)receiver.TakeAsync);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return receiver;
    }

    public Task WaitForAsync(int count) => Eventually.TrueAsync(
        () => _received.Count >= count, $"{count} webhooks (came: {string.Join(", ", Types)})");

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        lock (_received)
        {
            context.Response.StatusCode = Answer(_received.Count);
            _received.Enqueue(new ReceivedWebhook(body, context.Request.Headers["Stripe-Signature"].ToString()));
        }
    }
}
