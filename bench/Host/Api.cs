using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using Nots.Client;

namespace Nots.Host.Bench;

/// <summary>One endpoint that reads and one that writes, turn about with a bare endpoint that answers the same bytes.</summary>
internal static class Api
{
    private const int Rounds = 3;
    private const int Connections = 32;
    private const int Seconds = 5;

    /// <summary>With half of this wait on average, so many connections ask 2,000 times a second.</summary>
    private const int PausedConnections = 64;

    private const int Pause = 60;

    private static readonly JsonSerializerOptions WithoutNulls = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public static async Task RunAsync()
    {
        // Kestrel alone writes no line a request either; what ours costs is a row of its own.
        await using (var platform = await PlatformProcess.StartAsync(("Logging__LogLevel__Nots.Api.Pipeline", "Warning")))
        {
            var (booking, token) = await BookingAsync(platform);
            await GetAsync(platform, new Uri(platform.Address, $"/v1/bookings/{booking}"), token);
            await QuoteAsync(platform);
        }
        await LoggedAsync();
    }

    /// <summary>A booking to read, and the token of somebody who may.</summary>
    public static async Task<(string Id, string Token)> BookingAsync(PlatformProcess platform)
    {
        var dispatcher = await platform.Nots.SignInAsync("dispatcher@nots.test", default);
        var quote = await dispatcher.QuotesCreateAsync(Lifecycle.QuoteRequest(VehicleType.Standard, DateTimeOffset.UtcNow.AddDays(2)));
        var booking = await dispatcher.BookingsCreateAsync(Lifecycle.BookingRequest(quote.QuoteId, 0, PaymentMethod.Cash), "bench");
        await dispatcher.DispatchAssignAsync(Lifecycle.AssignRequest(booking.BookingId, 0));
        return (booking.BookingId, await platform.Nots.TokenAsync("dispatcher@nots.test", default));
    }

    private static async Task GetAsync(PlatformProcess platform, Uri booking, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, booking) { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };
        using var answer = await platform.Http.SendAsync(request);
        await using var bare = await BareServer.StartAsync(answer);
        var (ours, theirs) = await BesideAsync(platform, booking, bare.Address, Scripts.Get(token));
        Table.Row("bare Kestrel: GET, the same bytes", theirs);
        Table.Row("GET /v1/bookings/{id}, signed in", ours, $"50 % of bare: {theirs.PerSecond / 2:N0}");
        Table.Row("  of bare", $"{ours.PerSecond / theirs.PerSecond:P0}", "50 %");
    }

    private static async Task LoggedAsync()
    {
        await using var platform = await PlatformProcess.StartAsync();
        var (booking, token) = await BookingAsync(platform);
        var address = new Uri(platform.Address, $"/v1/bookings/{booking}");
        List<WrkFigures> runs = [];
        for (var round = 0; round <= Rounds; round++)
            runs.Add(await Wrk.RunAsync(address, Connections, Seconds, Scripts.Get(token), () => platform.ProcessorTime));
        Table.Row("GET /v1/bookings/{id}, a line in the log for each", WrkFigures.MedianOf(runs.Skip(1)));
    }

    private static async Task QuoteAsync(PlatformProcess platform)
    {
        var quotes = new Uri(platform.Address, "/v1/quotes");
        using var answer = await platform.Http.PostAsJsonAsync(quotes, Lifecycle.QuoteRequest(VehicleType.Standard, DateTimeOffset.UtcNow.AddDays(2)), WithoutNulls);
        await using var bare = await BareServer.StartAsync(answer);
        var (ours, theirs) = await BesideAsync(platform, quotes, bare.Address, Scripts.Quotes());
        Table.Row("bare Kestrel: POST, the same bytes", theirs);
        Table.Row("POST /v1/quotes", ours, "4,000");
        Table.Row("POST /v1/quotes at 2,000/s", await Wrk.RunAsync(quotes, PausedConnections, 2 * Seconds, Scripts.Quotes(Pause)), "p99 25 ms");
    }

    /// <summary>Turn about, so that what else the machine does hits both; the first round of each only warms up.</summary>
    private static async Task<(WrkFigures Ours, WrkFigures Theirs)> BesideAsync(PlatformProcess platform, Uri ours, Uri theirs, string script)
    {
        List<WrkFigures> us = [], them = [];
        for (var round = 0; round <= Rounds; round++)
        {
            us.Add(await Wrk.RunAsync(ours, Connections, Seconds, script, () => platform.ProcessorTime));
            them.Add(await Wrk.RunAsync(theirs, Connections, Seconds, script, () => Environment.CpuUsage.TotalTime));
        }
        return (WrkFigures.MedianOf(us.Skip(1)), WrkFigures.MedianOf(them.Skip(1)));
    }
}
