using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Stripe;

namespace Nots.StripeSimulator.Tests;

/// <summary>Talks to a simulator: as a shop, with the real Stripe.net client, and as plain HTTP.</summary>
internal sealed class SimulatorClient : IDisposable
{
    public SimulatorClient(string address, string key = "sk_test_local")
    {
        Http = new HttpClient { BaseAddress = new Uri(address) };
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        Client = new StripeClient(key, httpClient: new SystemNetHttpClient(new HttpClient(), maxNetworkRetries: 0), apiBase: address.TrimEnd('/'));
        Intents = new PaymentIntentService(Client);
        Refunds = new RefundService(Client);
        Charges = new ChargeService(Client);
        Events = new EventService(Client);
        Disputes = new DisputeService(Client);
    }

    public HttpClient Http { get; }

    public StripeClient Client { get; }

    public PaymentIntentService Intents { get; }

    public RefundService Refunds { get; }

    public ChargeService Charges { get; }

    public EventService Events { get; }

    public DisputeService Disputes { get; }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public Task<PaymentIntent> CreateAsync(
        long amount = 1228, string? booking = "booking_1", string? key = null, Action<PaymentIntentCreateOptions>? change = null)
    {
        var options = new PaymentIntentCreateOptions
        {
            Amount = amount,
            Currency = "gbp",
            AutomaticPaymentMethods = new PaymentIntentAutomaticPaymentMethodsOptions { Enabled = true, AllowRedirects = "never" },
            Metadata = booking is null ? null : new Dictionary<string, string> { ["bookingId"] = booking },
        };
        change?.Invoke(options);
        return Intents.CreateAsync(options, new RequestOptions { IdempotencyKey = key }, Cancel);
    }

    public Task<PaymentIntent> ConfirmAsync(string intent, string card = "pm_card_visa") =>
        Intents.ConfirmAsync(intent, new PaymentIntentConfirmOptions { PaymentMethod = card }, cancellationToken: Cancel);

    public async Task<PaymentIntent> PayAsync(long amount = 1228, string card = "pm_card_visa", string? booking = "booking_1") =>
        await ConfirmAsync((await CreateAsync(amount, booking)).Id, card);

    public Task<Refund> RefundAsync(string intent, long? amount = null) =>
        Refunds.CreateAsync(new RefundCreateOptions { PaymentIntent = intent, Amount = amount }, cancellationToken: Cancel);

    public async Task<JsonObject> PostAsync(string path, params (string Name, string Value)[] parameters)
    {
        using var response = await SendAsync(path, null, parameters);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancel))!.AsObject();
    }

    /// <param name="key">An idempotency key, or null for none.</param>
    public async Task<HttpResponseMessage> SendAsync(string path, string? key, params (string Name, string Value)[] parameters)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent(parameters.Select(parameter => KeyValuePair.Create(parameter.Name, parameter.Value))),
        };
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        return await Http.SendAsync(request, Cancel);
    }

    public async Task<JsonObject> GetAsync(string path) => JsonNode.Parse(await Http.GetStringAsync(path, Cancel))!.AsObject();

    public async Task<long> PendingDeliveriesAsync() => (long)(await GetAsync("/_sim"))["deliveries"]!["pending"]!;

    public void Dispose() => Http.Dispose();
}
