using System.Net.Http.Json;
using System.Text.Json;

namespace Nots.Integrations.Tests.Mail;

/// <summary>A mail server that takes everything and shows it.</summary>
public sealed class ReadingMailServer : IAsyncLifetime
{
    private readonly HttpClient _http = new();
    private MailServer? _server;

    public int Port => _server!.Ports["smtp"];

    private Uri Rest => new($"http://127.0.0.1:{_server!.Ports["rest"]}/");

    public async ValueTask InitializeAsync() => _server = await MailServer.StartAsync("reading.mjs");

    /// <summary>The e-mails that went to an address, oldest first.</summary>
    public async Task<IReadOnlyList<JsonElement>> ReadAsync(string to, CancellationToken cancellationToken) =>
    [
        .. (await _http.GetFromJsonAsync<JsonElement>(new Uri(Rest, "api/email"), cancellationToken)).EnumerateArray()
            .Where(mail => mail.GetProperty("envelope").GetProperty("to").EnumerateArray().Any(recipient => recipient.GetProperty("address").GetString() == to)),
    ];

    /// <summary>An e-mail as it came over the wire.</summary>
    public Task<string> ReadSourceAsync(JsonElement mail, CancellationToken cancellationToken) =>
        _http.GetStringAsync(new Uri(Rest, $"api/email/{mail.GetProperty("id").GetString()}/source"), cancellationToken);

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        if (_server is not null)
            await _server.DisposeAsync();
    }
}
