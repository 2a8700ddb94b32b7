using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Nots.Functions.EndToEnd.Tests.Running;

/// <summary>
/// One address for all that the demo calls: the issuer's tokens, the app's mailbox, and the app behind the stand-in host. Requests that
/// a killed worker left unanswered are sent again, as <see cref="Persistence"/> says.
/// </summary>
internal sealed class FrontDoor : IAsyncDisposable
{
    private static readonly HashSet<string> OfOneConnection = new(StringComparer.OrdinalIgnoreCase) { "Connection", "Keep-Alive", "Transfer-Encoding", "Host" };

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ActivityHeadersPropagator = null });
    private readonly WebApplication _app;
    private readonly Uri _issuer;
    private readonly string _mailbox;
    private int _booked;

    private FrontDoor(Uri issuer, string mailbox)
    {
        (_issuer, _mailbox) = (issuer, mailbox);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http1));
        _app = builder.Build();
        _app.Run(HandleAsync);
    }

    public Uri Address => new(_app.Urls.Single());

    /// <summary>Where the app is; null as long as it is not.</summary>
    public Uri? App { get; set; }

    /// <summary>Called after each booking that was made, with how many there are.</summary>
    public Action<int>? Booked { get; set; }

    /// <param name="issuer">A local host.</param>
    /// <param name="mailbox">The file of the app's messages.</param>
    public static async Task<FrontDoor> OpenAsync(Uri issuer, string mailbox, CancellationToken cancellationToken)
    {
        var door = new FrontDoor(issuer, mailbox);
        await door._app.StartAsync(cancellationToken);
        return door;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _http.Dispose();
    }

    private async Task HandleAsync(HttpContext context)
    {
        if (context.Request.Path == "/dev/mailbox")
            await MailboxAsync(context.Response);
        else if (context.Request.Path.StartsWithSegments("/dev"))
            await HandOverAsync(context, _issuer);
        else if (App is { } app)
            await HandOverAsync(context, app);
        else
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
    }

    /// <summary>As the local host tells it: newest first.</summary>
    private async Task MailboxAsync(HttpResponse response)
    {
        var lines = new List<string>();
        if (File.Exists(_mailbox))
        {
            await using var file = new FileStream(_mailbox, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(file, Encoding.UTF8);
            while (await reader.ReadLineAsync() is { } line)
                lines.Add(line);
        }
        lines.Reverse();
        response.ContentType = "application/json";
        await response.WriteAsync($$"""{"messages":[{{string.Join(',', lines)}}]}""");
    }

    private async Task HandOverAsync(HttpContext context, Uri to)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var asked = new Asked(context.Request, new Uri(to, context.Request.Path + context.Request.QueryString), body.ToArray());
        using var answer = await Persistence.SendAsync(_http, asked, context.RequestAborted);
        context.Response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers).Where(header => !OfOneConnection.Contains(header.Key)))
            context.Response.Headers[name] = values.ToArray();
        await answer.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
        if (answer.StatusCode == HttpStatusCode.Created && context.Request.Path == "/v1/bookings")
            Booked?.Invoke(Interlocked.Increment(ref _booked));
    }
}
