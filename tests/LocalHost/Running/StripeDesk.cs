using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Nots.LocalHost.Tests.Running;

/// <summary>What Stripe.js does in a customer's browser, and the simulator's switches.</summary>
public sealed class StripeDesk : IDisposable
{
    private readonly HttpClient _http;

    public StripeDesk(Uri address)
    {
        _http = new HttpClient { BaseAddress = address };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "sk_test_local");
    }

    /// <summary>Whether anything listens there.</summary>
    public async Task<bool> AnswersAsync()
    {
        try
        {
            using var answer = await _http.GetAsync("/_sim");
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    /// <summary>Pays with a card; the intent's status, or the decline code of a card that was declined.</summary>
    public async Task<string> PayAsync(Booked booking, string card = "pm_card_visa")
    {
        var (status, answer) = await PostAsync($"/v1/payment_intents/{booking.IntentId}/confirm", ("payment_method", card));
        return status == 200
            ? answer.GetProperty("status").GetString()!
            : answer.GetProperty("error").GetProperty("code").GetString()!;
    }

    /// <summary>What happens to webhooks from now on: <c>drop</c>, <c>duplicate</c>, <c>reorder</c>, <c>delay</c>.</summary>
    public async Task DisturbWebhooksAsync(string mode, params (string Name, string Value)[] more) =>
        Assert.Equal(200, (await PostAsync("/_sim/webhooks", [("mode", mode), .. more])).Status);

    public async Task LeaveWebhooksAloneAsync()
    {
        using var answer = await _http.DeleteAsync("/_sim/webhooks");
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Makes the next calls go wrong: <c>error</c>, <c>slow</c>, <c>reset</c>, <c>timeout</c>.</summary>
    public async Task DisturbCallsAsync(string fault, params (string Name, string Value)[] more) =>
        Assert.Equal(200, (await PostAsync("/_sim/faults", [("fault", fault), .. more])).Status);

    public async Task LeaveCallsAloneAsync()
    {
        using var answer = await _http.DeleteAsync("/_sim/faults");
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>How many deliveries there were, and how many wait.</summary>
    public async Task<JsonElement> DeliveriesAsync() => (await GetAsync("/_sim")).GetProperty("deliveries");

    /// <summary>Pence that were taken and given back for a booking, and how many refunds it took.</summary>
    public async Task<Money> MoneyOfAsync(Booked booking)
    {
        var refunds = await GetAsync($"/v1/refunds?payment_intent={booking.IntentId}");
        var line = await LedgerAsync(booking);
        return new Money(line.GetProperty("charged").GetInt64(), line.GetProperty("refunded").GetInt64(), refunds.GetProperty("data").GetArrayLength());
    }

    /// <summary>The money of a booking by the simulator's own book, which its switches leave alone.</summary>
    public async Task<JsonElement> LedgerAsync(Booked booking) =>
        (await GetAsync($"/_sim/ledger?booking={booking.Id}")).GetProperty("bookings").GetProperty(booking.Id)[0];

    /// <summary>Everything that was tried and done for a booking's intent.</summary>
    public async Task<Trail> TrailOfAsync(Booked booking)
    {
        if (booking.IntentId is null)
            return new Trail("", Declined: false, 0, 0, 0, 0);
        var intent = await GetAsync($"/v1/payment_intents/{booking.IntentId}");
        var charges = (await GetAsync($"/v1/charges?limit=100&payment_intent={booking.IntentId}")).GetProperty("data").EnumerateArray()
            .Where(charge => charge.GetProperty("status").GetString() == "succeeded").ToList();
        var refunds = (await GetAsync($"/v1/refunds?limit=100&payment_intent={booking.IntentId}")).GetProperty("data");
        return new Trail(
            intent.GetProperty("status").GetString()!,
            intent.TryGetProperty("last_payment_error", out var error) && error.ValueKind == JsonValueKind.Object,
            charges.Count,
            charges.Sum(charge => charge.GetProperty("amount").GetInt64()),
            refunds.GetArrayLength(),
            refunds.EnumerateArray().Sum(refund => refund.GetProperty("amount").GetInt64()));
    }

    /// <summary>The bookings for which intents were opened, once per intent.</summary>
    public async Task<IReadOnlyList<string>> BookingsOfIntentsAsync()
    {
        var bookings = new List<string>();
        for (var after = ""; ;)
        {
            var page = await GetAsync($"/v1/payment_intents?limit=100{after}");
            var intents = page.GetProperty("data").EnumerateArray().ToList();
            bookings.AddRange(intents.Select(intent => intent.GetProperty("metadata").GetProperty("bookingId").GetString()!));
            if (!page.GetProperty("has_more").GetBoolean())
                return bookings;
            after = $"&starting_after={intents[^1].GetProperty("id").GetString()}";
        }
    }

    /// <summary>How many of the last hundred events are of a type; does not touch what calls to the objects themselves would.</summary>
    public async Task<int> EventsAsync(string type) => (await GetAsync("/v1/events?limit=100")).GetProperty("data").EnumerateArray()
        .Count(happened => happened.GetProperty("type").GetString() == type);

    /// <summary>Pence that were taken and given back in all.</summary>
    public async Task<(long Charged, long Refunded)> TotalAsync()
    {
        var totals = (await GetAsync("/_sim/ledger")).GetProperty("totals").EnumerateArray().ToList();
        return (totals.Sum(line => line.GetProperty("charged").GetInt64()), totals.Sum(line => line.GetProperty("refunded").GetInt64()));
    }

    public async Task<string> IntentStatusAsync(Booked booking) =>
        (await GetAsync($"/v1/payment_intents/{booking.IntentId}")).GetProperty("status").GetString()!;

    public void Dispose() => _http.Dispose();

    private async Task<JsonElement> GetAsync(string path)
    {
        using var answer = await _http.GetAsync(path);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private async Task<(int Status, JsonElement Answer)> PostAsync(string path, params (string Name, string Value)[] form)
    {
        using var content = new FormUrlEncodedContent(form.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var answer = await _http.PostAsync(path, content);
        return ((int)answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>());
    }

    /// <param name="Charged">Pence.</param>
    /// <param name="Refunded">Pence.</param>
    /// <param name="Refunds">How many.</param>
    public sealed record Money(long Charged, long Refunded, int Refunds);

    /// <param name="Status">Of the intent that the booking knows; empty where it knows none.</param>
    /// <param name="Declined">Whether the last try was declined.</param>
    /// <param name="Charges">That succeeded.</param>
    /// <param name="Charged">Pence.</param>
    /// <param name="Refunded">Pence.</param>
    public sealed record Trail(string Status, bool Declined, int Charges, long Charged, int Refunds, long Refunded);
}
