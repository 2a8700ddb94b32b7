using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Nots.Journeys;

/// <summary>How a card took a payment.</summary>
public enum ConfirmOutcome
{
    /// <summary>The money is taken.</summary>
    Paid,

    /// <summary>The card was declined.</summary>
    Declined,

    /// <summary>The bank asks the card holder first.</summary>
    AuthenticationRequired,
}

/// <summary>What the Stripe simulator took and gave back for a booking, pence.</summary>
public sealed record LedgerLine(long Charged, long Refunded);

/// <summary>The Stripe simulator: what Stripe.js and a bank do in a customer's browser, and the simulator's books.</summary>
public sealed class StripeClient(HttpClient http, string key = StripeClient.LocalKey)
{
    /// <summary>The secret key that a local host and its simulator use.</summary>
    public const string LocalKey = "sk_test_local";

    private static readonly JsonSerializerOptions Snake = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>Pays, as Stripe.js does when the form is sent.</summary>
    /// <param name="intentId">The payment intent.</param>
    /// <param name="clientSecret">The intent's.</param>
    /// <param name="card">A test payment method, such as <c>pm_card_visa</c>.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public async Task<ConfirmOutcome> ConfirmAsync(string intentId, string clientSecret, string card, CancellationToken cancellationToken)
    {
        try
        {
            var confirmed = await PostAsync<IntentState>(
                $"/v1/payment_intents/{intentId}/confirm", new() { ["payment_method"] = card, ["client_secret"] = clientSecret }, cancellationToken);
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
        var ledger = await GetAsync<Ledger>("/_sim/ledger", cancellationToken);
        return ledger.Bookings.ToDictionary(
            booking => booking.Key,
            booking => new LedgerLine(booking.Value.Sum(line => line.Charged), booking.Value.Sum(line => line.Refunded)));
    }

    private Task<T> GetAsync<T>(string path, CancellationToken cancellationToken) =>
        http.ReadAsync<T>(Request(HttpMethod.Get, path), Snake, cancellationToken);

    private Task<T> PostAsync<T>(string path, Dictionary<string, string> form, CancellationToken cancellationToken)
    {
        var request = Request(HttpMethod.Post, path);
        request.Content = new FormUrlEncodedContent(form);
        return http.ReadAsync<T>(request, Snake, cancellationToken);
    }

    private HttpRequestMessage Request(HttpMethod method, string path) =>
        new(method, path) { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", key) } };

    private sealed record IntentState(string Status);

    private sealed record StripeList(IReadOnlyList<IntentState> Data);

    private sealed record Ledger(IReadOnlyDictionary<string, IReadOnlyList<LedgerLine>> Bookings);
}
