using System.Net;
using System.Net.Http.Headers;

namespace Nots.Cli.Wire;

/// <summary>The Stripe simulator: what Stripe.js and a bank do in a customer's browser, and the simulator's books.</summary>
internal sealed class StripeClient(HttpClient http, string key = StripeClient.LocalKey)
{
    public const string LocalKey = "sk_test_local";

    private readonly JsonChannel _channel =
        new(http, JsonChannel.Snake, "It is the Stripe simulator, which ./run starts beside the platform; --stripe says where it listens.");

    /// <summary>Pays, as Stripe.js does when the form is sent.</summary>
    public async Task<ConfirmOutcome> ConfirmAsync(PaymentIntent intent, string card, CancellationToken cancellationToken)
    {
        try
        {
            var confirmed = await PostAsync<IntentState>(
                $"/v1/payment_intents/{intent.PaymentIntentId}/confirm",
                new() { ["payment_method"] = card, ["client_secret"] = intent.ClientSecret },
                cancellationToken);
            return confirmed.Status == "requires_action" ? ConfirmOutcome.AuthenticationRequired : ConfirmOutcome.Paid;
        }
        catch (RefusedException refusal) when (refusal.Status == HttpStatusCode.PaymentRequired)
        {
            return ConfirmOutcome.Declined;
        }
    }

    /// <summary>The card holder passes the bank's check.</summary>
    public Task AuthenticateAsync(string intentId, CancellationToken cancellationToken) =>
        PostAsync<IntentState>($"/_sim/payment_intents/{intentId}/authenticate", new() { ["outcome"] = "succeeded" }, cancellationToken);

    /// <summary>How often money was taken for an intent. Declined tries are charges too, and took none.</summary>
    public async Task<int> ChargesAsync(string intentId, CancellationToken cancellationToken) =>
        (await GetAsync<StripeList>($"/v1/charges?payment_intent={intentId}&limit=100", cancellationToken))
            .Data.Count(charge => charge.Status == "succeeded");

    /// <summary>How often money was given back for an intent.</summary>
    public async Task<int> RefundsAsync(string intentId, CancellationToken cancellationToken) =>
        (await GetAsync<StripeList>($"/v1/refunds?payment_intent={intentId}&limit=100", cancellationToken))
            .Data.Count(refund => refund.Status is not ("failed" or "canceled"));

    /// <summary>The money by booking.</summary>
    public async Task<IReadOnlyDictionary<string, LedgerLine>> LedgerAsync(CancellationToken cancellationToken)
    {
        var ledger = await GetAsync<LedgerAnswer>("/_sim/ledger", cancellationToken);
        return ledger.Bookings.ToDictionary(
            booking => booking.Key,
            booking => new LedgerLine(booking.Value.Sum(line => line.Charged), booking.Value.Sum(line => line.Refunded)));
    }

    private Task<T> GetAsync<T>(string path, CancellationToken cancellationToken) =>
        _channel.SendAsync<T>(Message(HttpMethod.Get, path), cancellationToken);

    private Task<T> PostAsync<T>(string path, Dictionary<string, string> form, CancellationToken cancellationToken)
    {
        var message = Message(HttpMethod.Post, path);
        message.Content = new FormUrlEncodedContent(form);
        return _channel.SendAsync<T>(message, cancellationToken);
    }

    private HttpRequestMessage Message(HttpMethod method, string path) =>
        new(method, path) { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", key) } };

    private sealed record IntentState(string Status);

    private sealed record StripeList(IReadOnlyList<StripeEntry> Data);

    private sealed record StripeEntry(string Status);

    private sealed record LedgerAnswer(IReadOnlyDictionary<string, IReadOnlyList<LedgerLine>> Bookings);
}
