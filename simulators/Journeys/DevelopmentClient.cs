using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using Nots.Client;

namespace Nots.Journeys;

/// <summary>What a local host has under <c>/dev</c>, which is no part of the platform's contract.</summary>
/// <param name="http">With the host's address.</param>
public sealed class DevelopmentClient(HttpClient http)
{
    /// <summary>Signs in as one of the seeded users; only a local host lets anybody.</summary>
    public async Task<NotsClient> SignInAsync(string user, CancellationToken cancellationToken) =>
        new(http) { Token = await TokenAsync(user, cancellationToken) };

    /// <summary>The bearer token of one of the seeded users.</summary>
    public async Task<string> TokenAsync(string user, CancellationToken cancellationToken) =>
        (await http.ReadAsync<Issued>(
            new HttpRequestMessage(HttpMethod.Post, "/dev/token") { Content = JsonContent.Create(new { user }) },
            JsonSerializerOptions.Web,
            cancellationToken)).AccessToken;

    /// <summary>Every message that was sent.</summary>
    public async Task<IReadOnlyList<MailboxMessage>> MailboxAsync(CancellationToken cancellationToken) =>
        (await http.ReadAsync<Mailbox>(new HttpRequestMessage(HttpMethod.Get, "/dev/mailbox"), JsonSerializerOptions.Web, cancellationToken)).Messages;

    private sealed record Issued([property: JsonPropertyName("access_token"), JsonRequired] string AccessToken);

    private sealed record Mailbox([property: JsonRequired] IReadOnlyList<MailboxMessage> Messages);
}

/// <summary>A message in the local mailbox.</summary>
public sealed record MailboxMessage(string Channel, string To, string Template, string? BookingId);
