using System.Net.Http.Json;
using System.Text.Json;

namespace Nots.LocalHost.Tests.Running;

/// <summary>Where the platform is asked for something: signed in as somebody, or as a guest.</summary>
public sealed class Desk(HttpClient http)
{
    public Session Guest { get; } = new(http, token: null);

    /// <summary>Signs in as a seeded user: <c>customer</c>, <c>driver</c>, <c>dispatcher</c>, <c>admin</c> or <c>owner</c>.</summary>
    public async Task<Session> SignInAsync(string user)
    {
        var answer = await Guest.PostAsync("/dev/token", new { user = user + "@nots.test" });
        Assert.Equal(200, answer.Status);
        return new Session(http, answer.Body.GetProperty("access_token").GetString());
    }

    /// <summary>The messages to an address or number, oldest first.</summary>
    public Task<IReadOnlyList<MailboxEntry>> MailboxAsync(string to) => ReadMailboxAsync($"/dev/mailbox?to={Uri.EscapeDataString(to)}");

    /// <summary>Every message, oldest first.</summary>
    public Task<IReadOnlyList<MailboxEntry>> MailboxAsync() => ReadMailboxAsync("/dev/mailbox");

    private async Task<IReadOnlyList<MailboxEntry>> ReadMailboxAsync(string path)
    {
        var answer = await http.GetFromJsonAsync<JsonElement>(path);
        return [.. answer.GetProperty("messages").EnumerateArray().Select(MailboxEntry.Of).Reverse()];
    }
}
