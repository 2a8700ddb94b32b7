using System.Net;
using Nots.Journeys.Hosting;

namespace Nots.Journeys.Tests.Fakes;

/// <summary>Puts a handler behind a real address of the loopback, for the whole tool to talk to.</summary>
internal sealed class LoopbackServer : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly HttpMessageInvoker _handler;
    private readonly Task _serving;

    public LoopbackServer(HttpMessageHandler handler)
    {
        _handler = new HttpMessageInvoker(handler);
        Url = $"http://127.0.0.1:{FreePorts.Take(1)[0]}/";
        _listener.Prefixes.Add(Url);
        _listener.Start();
        _serving = ServeAsync();
    }

    public string Url { get; }

    public void Dispose()
    {
        _listener.Stop();
        _serving.GetAwaiter().GetResult();
        _handler.Dispose();
    }

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                await AnswerAsync(await _listener.GetContextAsync());
            }
            catch (Exception fault) when (fault is HttpListenerException or ObjectDisposedException && !_listener.IsListening)
            {
                return;
            }
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        using var request = new HttpRequestMessage(new HttpMethod(context.Request.HttpMethod), context.Request.Url)
        {
            Content = new StreamContent(context.Request.InputStream),
        };
        foreach (var name in context.Request.Headers.AllKeys)
            request.Headers.TryAddWithoutValidation(name!, context.Request.Headers[name]);
        using var answer = await _handler.SendAsync(request, CancellationToken.None);
        context.Response.StatusCode = (int)answer.StatusCode;
        await answer.Content.CopyToAsync(context.Response.OutputStream);
        context.Response.Close();
    }
}
