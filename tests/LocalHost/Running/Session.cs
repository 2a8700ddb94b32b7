using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Nots.LocalHost.Tests.Running;

/// <summary>Requests of one person.</summary>
public sealed class Session(HttpClient http, string? token)
{
    /// <summary>Every customer's number.</summary>
    public const string Phone = "+447700900123";

    private static readonly string[] Steps = ["en_route", "arrived", "onboard", "completed"];

    private static int _customers;

    /// <summary>The same person, whose requests go another way.</summary>
    public Session Through(HttpClient other) => new(other, token);

    public Task<Answer> GetAsync(string path, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Get, path, null, headers);

    public Task<Answer> PostAsync(string path, object body, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Post, path, body, headers);

    public Task<Answer> PatchAsync(string path, object body) => SendAsync(HttpMethod.Patch, path, body);

    public Task<Answer> DeleteAsync(string path, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Delete, path, null, headers);

    /// <summary>A quote's id for a journey from Bournemouth to Poole.</summary>
    public async Task<string> QuoteAsync(DateTimeOffset pickupAt, string vehicleType = "standard")
    {
        var answer = await PostAsync("/v1/quotes", QuoteOf(pickupAt, vehicleType));
        return answer.Ok().Text("quoteId")!;
    }

    /// <summary>The request of a quote for a journey from Bournemouth to Poole.</summary>
    public static object QuoteOf(DateTimeOffset pickupAt, string vehicleType) => new
    {
        pickupLocation = new { address = "Bournemouth Railway Station", latitude = 50.7272, longitude = -1.8645 },
        dropoffLocation = new { address = "Poole Harbour", latitude = 50.7122, longitude = -1.9876 },
        pickupTime = pickupAt.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
        passengers = 2,
        luggage = 1,
        vehicleType,
        journeyType = "one_way",
    };

    /// <summary>The request of a booking, by a customer whom no other booking has.</summary>
    public static object BookingOf(string quoteId, string paymentMethod) => new
    {
        quoteId,
        customer = new
        {
            firstName = "Ada",
            lastName = "Byron",
            email = $"ada.{Interlocked.Increment(ref _customers)}@example.com",
            phone = Phone,
        },
        pickupInstructions = "Main entrance",
        paymentMethod,
    };

    public async Task<Booked> BookAsync(DateTimeOffset pickupAt, string paymentMethod = "card", string vehicleType = "standard") =>
        Booked.Of((await PostAsync("/v1/bookings", BookingOf(await QuoteAsync(pickupAt, vehicleType), paymentMethod))).Ok());

    public Task<Answer> BookingAsync(Booked booking) => GetAsync($"/v1/bookings/{booking.Id}");

    /// <summary>Waits until the booking has a status.</summary>
    public Task<Answer> SeeAsync(Booked booking, string status, RunningHost host) => SeeAsync(booking, answer => answer.Text("status") == status, status, host);

    /// <summary>Waits until the booking is as it should be.</summary>
    public Task<Answer> SeeAsync(Booked booking, Func<Answer, bool> holds, string what, RunningHost host)
    {
        Answer? last = null;
        return Until.ResultAsync(
            async () => holds(last = (await BookingAsync(booking)).Ok()) ? last : null, $"booking is {what}", () => $"{last?.Body}{Environment.NewLine}{host.Log}");
    }

    /// <summary>Gives the job to the best driver, or to one who was chosen.</summary>
    public async Task<Answer> AssignAsync(Booked booking, string? driverId = null)
    {
        var candidates = (await GetAsync($"/v1/dispatch/candidates?bookingId={booking.Id}")).Ok();
        var chosen = candidates.Body.GetProperty("candidates").EnumerateArray().First(candidate => driverId is null
            ? candidate.GetProperty("eligible").GetBoolean()
            : candidate.GetProperty("driverId").GetString() == driverId);
        return await PostAsync("/v1/dispatch/assign", new
        {
            bookingId = booking.Id,
            driverId = chosen.GetProperty("driverId").GetString(),
            vehicleId = chosen.GetProperty("vehicleId").GetString(),
            notifyDriver = true,
        });
    }

    /// <summary>Sees that a driver can be given a job at a time: another's booking, which they then have.</summary>
    public async Task SeeDriverFreeAsync(string driverId, DateTimeOffset pickupAt, Session customer) =>
        (await AssignAsync(Booked.Of((await PostAsync("/v1/bookings", BookingOf(await customer.QuoteAsync(pickupAt), "cash"))).Ok()), driverId)).Ok();

    public Task<Answer> ReportAsync(Booked booking, string progress) => PatchAsync($"/v1/bookings/{booking.Id}", new { progress });

    /// <summary>Reports every step after the ones that were reported, up to one.</summary>
    public async Task ReportUpToAsync(Booked booking, string last)
    {
        var done = Array.IndexOf(Steps, (await BookingAsync(booking)).Ok().Text("progress"));
        foreach (var step in Steps[(done + 1)..(Array.IndexOf(Steps, last) + 1)])
            (await ReportAsync(booking, step)).Ok();
    }

    public Task<Answer> CancelAsync(Booked booking, string reason = "Plans changed") =>
        DeleteAsync($"/v1/bookings/{booking.Id}?reason={Uri.EscapeDataString(reason)}");

    /// <summary>Waits until the booking's orchestration has ended well.</summary>
    public async Task SeeOrchestrationCompletedAsync(Booked booking, RunningHost host)
    {
        Answer? last = null;
        await Until.TrueAsync(
            async () => (last = await GetAsync($"/v1/ops/orchestrations/{booking.Id}")) is { Status: 200 } && last.Text("status") == "completed",
            "the orchestration has completed", () => $"{last?.Body}{Environment.NewLine}{host.Log}");
    }

    private async Task<Answer> SendAsync(HttpMethod method, string path, object? body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        foreach (var (name, value) in headers)
            request.Headers.Add(name, value);
        if (body is not null)
            request.Content = JsonContent.Create(body);
        using var answer = await http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return new Answer((int)answer.StatusCode, text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text));
    }
}
