using Nots.Application.Common;
using Nots.Application.Payments;
using Nots.Domain.Common;

namespace Nots.Integrations.Tests.Stripe;

public sealed class StripePaymentGatewayTests(SimulatorFixture simulator) : IClassFixture<SimulatorFixture>
{
    private static int _keys;

    private readonly IPaymentGateway _gateway = simulator.Gateway;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_intent_carries_amount_currency_and_booking()
    {
        var before = DateTimeOffset.UtcNow.AddSeconds(-2);

        var intent = await _gateway.CreateIntentAsync(new NewIntent(BookingId.Parse("booking_1"), "NOTS-7K3M9Q", 1228, "GBP"), Key(), Cancel);

        Assert.StartsWith("pi_", intent.IntentId, StringComparison.Ordinal);
        Assert.StartsWith($"{intent.IntentId}_secret_", intent.ClientSecret, StringComparison.Ordinal);
        Assert.InRange(intent.CreatedAt, before, DateTimeOffset.UtcNow.AddSeconds(2));
        Assert.Equal(
            new GatewayIntent(
                intent.IntentId, "booking_1", GatewayIntentState.RequiresPaymentMethod, 1228, 0, "GBP", intent.ClientSecret, null, intent.CreatedAt),
            intent);
    }

    [Fact]
    public async Task Nothing_but_booking_and_reference_goes_into_the_metadata()
    {
        var intent = await CreateAsync(500);

        var sent = await simulator.GetAsync($"/v1/payment_intents/{intent.IntentId}");

        Assert.Equal("""{"bookingId":"booking_1","bookingReference":"NOTS-7K3M9Q"}""", sent["metadata"]!.ToJsonString());
    }

    [Fact]
    public async Task The_same_key_gives_the_same_intent()
    {
        var key = Key();
        var asked = new NewIntent(BookingId.Parse("booking_1"), "NOTS-7K3M9Q", 1228, "GBP");

        var first = await _gateway.CreateIntentAsync(asked, key, Cancel);
        var second = await _gateway.CreateIntentAsync(asked, key, Cancel);

        Assert.Equal(first, second);
    }

    [Fact]
    public async Task The_same_key_for_another_amount_is_refused_for_good()
    {
        var key = Key();
        await _gateway.CreateIntentAsync(new NewIntent(BookingId.Parse("booking_1"), "NOTS-7K3M9Q", 1228, "GBP"), key, Cancel);

        var fault = await Assert.ThrowsAsync<ExternalServiceException>(
            () => _gateway.CreateIntentAsync(new NewIntent(BookingId.Parse("booking_1"), "NOTS-7K3M9Q", 1229, "GBP"), key, Cancel));

        Assert.False(fault.Transient);
        Assert.Contains("idempotency_error", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_intent_confirmed_by_the_customer_has_succeeded()
    {
        var intent = await CreateAsync(1228);
        await simulator.ConfirmAsync(intent.IntentId, "pm_card_visa");

        var paid = await _gateway.GetIntentAsync(intent.IntentId, Cancel);

        Assert.Equal(intent with { State = GatewayIntentState.Succeeded, AmountReceivedPence = 1228 }, paid);
    }

    [Fact]
    public async Task A_declined_intent_says_why()
    {
        var intent = await CreateAsync(1228);
        await simulator.ConfirmAsync(intent.IntentId, "pm_card_chargeDeclined");

        var declined = await _gateway.GetIntentAsync(intent.IntentId, Cancel);

        Assert.Equal(intent with { LastError = "Your card was declined." }, declined);
    }

    [Fact]
    public async Task A_cancelled_intent_is_cancelled()
    {
        var intent = await CreateAsync(1228);

        var canceled = await _gateway.CancelIntentAsync(intent.IntentId, Key(), Cancel);

        Assert.Equal(intent with { State = GatewayIntentState.Canceled }, canceled);
    }

    [Fact]
    public async Task Cancelling_what_has_succeeded_says_that_it_has_succeeded()
    {
        var intent = await CreateAsync(1228);
        await simulator.ConfirmAsync(intent.IntentId, "pm_card_visa");

        var kept = await _gateway.CancelIntentAsync(intent.IntentId, Key(), Cancel);

        Assert.Equal(intent with { State = GatewayIntentState.Succeeded, AmountReceivedPence = 1228 }, kept);
    }

    [Fact]
    public async Task Cancelling_twice_says_that_it_is_cancelled()
    {
        var intent = await CreateAsync(1228);
        await _gateway.CancelIntentAsync(intent.IntentId, Key(), Cancel);

        var again = await _gateway.CancelIntentAsync(intent.IntentId, Key(), Cancel);

        Assert.Equal(GatewayIntentState.Canceled, again.State);
    }

    [Fact]
    public async Task A_refund_pays_back_a_part()
    {
        var intent = await PaidAsync(1228, "pm_card_visa");

        var refund = await _gateway.RefundAsync(new NewRefund(BookingId.Parse("booking_1"), intent.IntentId, 614), Key(), Cancel);

        Assert.StartsWith("re_", refund.RefundId, StringComparison.Ordinal);
        Assert.Equal(new GatewayRefund(refund.RefundId, intent.IntentId, 614, GatewayRefundState.Succeeded, null), refund);
        Assert.Equal(refund, await _gateway.GetRefundAsync(refund.RefundId, Cancel));
    }

    [Fact]
    public async Task A_refund_repeated_with_its_key_pays_back_once()
    {
        var intent = await PaidAsync(1228, "pm_card_visa");
        var key = Key();

        var first = await _gateway.RefundAsync(new NewRefund(BookingId.Parse("booking_1"), intent.IntentId, 614), key, Cancel);
        var second = await _gateway.RefundAsync(new NewRefund(BookingId.Parse("booking_1"), intent.IntentId, 614), key, Cancel);

        Assert.Equal(first, second);
        var refunds = await simulator.GetAsync($"/v1/refunds?payment_intent={intent.IntentId}");
        Assert.Single(refunds["data"]!.AsArray());
    }

    [Fact]
    public async Task A_pending_refund_that_fails_later_says_why()
    {
        var intent = await PaidAsync(1228, "pm_card_pendingRefund");
        var refund = await _gateway.RefundAsync(new NewRefund(BookingId.Parse("booking_1"), intent.IntentId, 1228), Key(), Cancel);
        Assert.Equal(GatewayRefundState.Pending, refund.State);
        await simulator.PostAsync($"/_sim/refunds/{refund.RefundId}/settle", ("outcome", "failed"));

        var failed = await _gateway.GetRefundAsync(refund.RefundId, Cancel);

        Assert.Equal(refund with { State = GatewayRefundState.Failed, FailureReason = "expired_or_canceled_card" }, failed);
    }

    [Fact]
    public async Task More_than_was_paid_is_not_paid_back()
    {
        var intent = await PaidAsync(1228, "pm_card_visa");

        var fault = await Assert.ThrowsAsync<ExternalServiceException>(
            () => _gateway.RefundAsync(new NewRefund(BookingId.Parse("booking_1"), intent.IntentId, 1229), Key(), Cancel));

        Assert.False(fault.Transient);
        Assert.Contains("greater than unrefunded amount", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_intent_is_a_fault_that_stays()
    {
        var fault = await Assert.ThrowsAsync<ExternalServiceException>(() => _gateway.GetIntentAsync("pi_unknown", Cancel));

        Assert.False(fault.Transient);
        Assert.Contains("404 resource_missing", fault.Message, StringComparison.Ordinal);
    }

    private static string Key() => $"booking_1:step-{Interlocked.Increment(ref _keys)}";

    private Task<GatewayIntent> CreateAsync(long amount) =>
        _gateway.CreateIntentAsync(new NewIntent(BookingId.Parse("booking_1"), "NOTS-7K3M9Q", amount, "GBP"), Key(), Cancel);

    private async Task<GatewayIntent> PaidAsync(long amount, string card)
    {
        var intent = await CreateAsync(amount);
        await simulator.ConfirmAsync(intent.IntentId, card);
        return intent;
    }
}
