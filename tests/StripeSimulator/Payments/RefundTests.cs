using Stripe;

namespace Nots.StripeSimulator.Tests.Payments;

public sealed class RefundTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Parts_add_up_on_the_charge()
    {
        await using var simulator = await SimulatorHost.StartAsync();
        var paid = await simulator.Client.PayAsync(1228);

        await simulator.Client.RefundAsync(paid.Id, 228);
        var part = await simulator.Client.Charges.GetAsync(paid.LatestChargeId, cancellationToken: Cancel);
        await simulator.Client.RefundAsync(paid.Id);
        var whole = await simulator.Client.Charges.GetAsync(paid.LatestChargeId, cancellationToken: Cancel);

        Assert.Equal((228L, false, 1228L, true), (part.AmountRefunded, part.Refunded, whole.AmountRefunded, whole.Refunded));
    }

    [Fact]
    public async Task A_refund_may_name_the_charge()
    {
        await using var simulator = await SimulatorHost.StartAsync();
        var paid = await simulator.Client.PayAsync(1228);

        var refund = await simulator.Client.Refunds.CreateAsync(
            new RefundCreateOptions { Charge = paid.LatestChargeId, Reason = "requested_by_customer" }, cancellationToken: Cancel);

        Assert.Equal(
            (1228L, "succeeded", paid.Id, "requested_by_customer"), (refund.Amount, refund.Status, refund.PaymentIntentId, refund.Reason));
    }

    [Fact]
    public async Task More_than_is_left_is_refused()
    {
        await using var simulator = await SimulatorHost.StartAsync();
        var paid = await simulator.Client.PayAsync(1228);
        await simulator.Client.RefundAsync(paid.Id, 228);

        var refusal = await Assert.ThrowsAnyAsync<StripeException>(() => simulator.Client.RefundAsync(paid.Id, 1001));

        Assert.Equal("Refund amount (£10.01) is greater than unrefunded amount on charge (£10.00)", refusal.StripeError.Message);
    }

    [Fact]
    public async Task What_is_paid_back_is_not_paid_back_again()
    {
        await using var simulator = await SimulatorHost.StartAsync();
        var paid = await simulator.Client.PayAsync();
        await simulator.Client.RefundAsync(paid.Id);

        var refusal = await Assert.ThrowsAnyAsync<StripeException>(() => simulator.Client.RefundAsync(paid.Id, 1));

        Assert.Equal("charge_already_refunded", refusal.StripeError.Code);
    }

    [Fact]
    public async Task An_unpaid_intent_has_nothing_to_pay_back()
    {
        await using var simulator = await SimulatorHost.StartAsync();
        var intent = await simulator.Client.CreateAsync();

        var refusal = await Assert.ThrowsAnyAsync<StripeException>(() => simulator.Client.RefundAsync(intent.Id));

        Assert.Contains("does not have a successful charge to refund", refusal.StripeError.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refunds_are_listed_by_intent()
    {
        await using var simulator = await SimulatorHost.StartAsync();
        var paid = await simulator.Client.PayAsync(1228);
        var other = await simulator.Client.PayAsync(999);
        var first = await simulator.Client.RefundAsync(paid.Id, 1);
        var second = await simulator.Client.RefundAsync(paid.Id, 2);
        await simulator.Client.RefundAsync(other.Id);

        var listed = await simulator.Client.Refunds.ListAsync(new RefundListOptions { PaymentIntent = paid.Id }, cancellationToken: Cancel);

        Assert.Equal([second.Id, first.Id], listed.Select(refund => refund.Id));
    }

    [Fact]
    public async Task A_refund_that_fails_later_gives_the_money_back_to_the_shop()
    {
        await using var simulator = await SimulatorHost.StartAsync();
        var paid = await simulator.Client.PayAsync(1228, "pm_card_refundFail");
        var refund = await simulator.Client.RefundAsync(paid.Id);
        Assert.Equal("succeeded", refund.Status);

        await simulator.Client.PostAsync($"/_sim/refunds/{refund.Id}/settle?outcome=failed");

        var failed = await simulator.Client.Refunds.GetAsync(refund.Id, cancellationToken: Cancel);
        Assert.Equal(("failed", "expired_or_canceled_card"), (failed.Status, failed.FailureReason));
        Assert.Equal(1228, (long)(await simulator.Client.GetAsync("/_sim/ledger"))["totals"]![0]!["net"]!);
    }

    [Fact]
    public async Task A_disputed_charge_is_not_paid_back()
    {
        await using var simulator = await SimulatorHost.StartAsync();
        var paid = await simulator.Client.PayAsync(card: "pm_card_createDispute");

        var refusal = await Assert.ThrowsAnyAsync<StripeException>(() => simulator.Client.RefundAsync(paid.Id));

        Assert.Equal("charge_disputed", refusal.StripeError.Code);
    }

    [Fact]
    public async Task A_dispute_is_raised_by_the_switch()
    {
        await using var simulator = await SimulatorHost.StartAsync();
        var paid = await simulator.Client.PayAsync(1228);

        var raised = await simulator.Client.PostAsync($"/_sim/payment_intents/{paid.Id}/dispute?reason=product_not_received&amount=1000");

        var dispute = await simulator.Client.Disputes.GetAsync((string)raised["id"]!, cancellationToken: Cancel);
        Assert.Equal(
            (1000L, "product_not_received", "needs_response", paid.Id, paid.LatestChargeId),
            (dispute.Amount, dispute.Reason, dispute.Status, dispute.PaymentIntentId, dispute.ChargeId));
        Assert.True((await simulator.Client.Charges.GetAsync(paid.LatestChargeId, cancellationToken: Cancel)).Disputed);
    }
}
