namespace Nots.Cli.Wire;

/// <summary>The platform over HTTP, before anybody has signed in.</summary>
internal sealed class NotsClient(HttpClient http)
{
    private readonly JsonChannel _channel =
        new(http, JsonChannel.Camel, "Start the platform with ./run, or let this command start one with --start.");

    /// <summary>Signs in as one of the seeded users; only a local host lets anybody.</summary>
    public async Task<NotsSession> SignInAsync(string user, CancellationToken cancellationToken) =>
        new(_channel, await TokenAsync(user, cancellationToken));

    /// <summary>The bearer token of one of the seeded users.</summary>
    public async Task<string> TokenAsync(string user, CancellationToken cancellationToken) =>
        (await _channel.SendAsync<DevToken>(
            new HttpRequestMessage(HttpMethod.Post, "/dev/token") { Content = _channel.Content(new { user }) }, cancellationToken)).AccessToken;

    /// <summary>Every message that was sent.</summary>
    public async Task<IReadOnlyList<MailboxMessage>> MailboxAsync(CancellationToken cancellationToken) =>
        (await _channel.SendAsync<Mailbox>(new HttpRequestMessage(HttpMethod.Get, "/dev/mailbox"), cancellationToken)).Messages;

    private sealed record Mailbox(IReadOnlyList<MailboxMessage> Messages);
}
