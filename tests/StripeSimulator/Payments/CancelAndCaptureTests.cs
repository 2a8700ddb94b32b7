using Stripe;

namespace Nots.StripeSimulator.Tests.Payments;

public sealed class CancelAndCaptureTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null, "requires_payment_method")]
    [InlineData("pm_card_authenticationRequired", "requires_action")]
    public async Task An_open_intent_can_be_cancelled(string? card, string status)
    {
        await using var simulator = await SimulatorHost.StartAsync();
        var intent = await simulator.Client.CreateAsync();
        if (card is not null)
            intent = await simulator.Client.ConfirmAsync(intent.Id, card);
        Assert.Equal(status, intent.Status);

        var canceled = await simulator.Client.Intents.CancelAsync(
            intent.Id, new PaymentIntentCancelOptions { CancellationReason = "abandoned" }, cancellationToken: Cancel);

        Assert.Equal(("canceled", "abandoned"), (canceled.Status, canceled.CancellationReason));
        Assert.NotNull(canceled.CanceledAt);
    }

    [Theory]
    [InlineData(true, "succeeded")]
    [InlineData(false, "canceled")]
    public async Task What_has_ended_cannot_be_cancelled(bool paid, string status)
    {
        await using var simulator = await SimulatorHost.StartAsync();
        var intent = await simulator.Client.CreateAsync();
        if (paid)
            await simulator.Client.ConfirmAsync(intent.Id);
        else
            await simulator.Client.Intents.CancelAsync(intent.Id, cancellationToken: Cancel);

        var refusal = await Assert.ThrowsAnyAsync<StripeException>(() => simulator.Client.Intents.CancelAsync(intent.Id, cancellationToken: Cancel));

        Assert.Equal(("payment_intent_unexpected_state", status), (refusal.StripeError.Code, refusal.StripeError.PaymentIntent.Status));
    }

    [Fact]
    public async Task A_cancelled_intent_cannot_be_paid()
    {
        await using var simulator = await SimulatorHost.StartAsync();
        var intent = await simulator.Client.CreateAsync();
        await simulator.Client.Intents.CancelAsync(intent.Id, cancellationToken: Cancel);

        var refusal = await Assert.ThrowsAnyAsync<StripeException>(() => simulator.Client.ConfirmAsync(intent.Id));

        Assert.Equal("payment_intent_unexpected_state", refusal.StripeError.Code);
    }

    [Fact]
    public async Task An_authorised_amount_is_captured_in_part()
    {
        await using var simulator = await SimulatorHost.StartAsync();
        var held = await AuthoriseAsync(simulator.Client);
        Assert.Equal(("requires_capture", 1228L, 0L), (held.Status, held.AmountCapturable, held.AmountReceived));

        var paid = await simulator.Client.Intents.CaptureAsync(
            held.Id, new PaymentIntentCaptureOptions { AmountToCapture = 1000 }, cancellationToken: Cancel);

        Assert.Equal(("succeeded", 0L, 1000L), (paid.Status, paid.AmountCapturable, paid.AmountReceived));
        Assert.Equal(1000, (long)(await simulator.Client.GetAsync("/_sim/ledger"))["totals"]![0]!["charged"]!);
    }

    [Fact]
    public async Task More_than_was_authorised_is_not_captured()
    {
        await using var simulator = await SimulatorHost.StartAsync();
        var held = await AuthoriseAsync(simulator.Client);

        var refusal = await Assert.ThrowsAnyAsync<StripeException>(() => simulator.Client.Intents.CaptureAsync(
            held.Id, new PaymentIntentCaptureOptions { AmountToCapture = 1229 }, cancellationToken: Cancel));

        Assert.Equal("amount_to_capture", refusal.StripeError.Param);
    }

    [Fact]
    public async Task A_cancelled_authorisation_is_released_and_moves_no_money()
    {
        await using var simulator = await SimulatorHost.StartAsync();
        var held = await AuthoriseAsync(simulator.Client);

        var canceled = await simulator.Client.Intents.CancelAsync(held.Id, cancellationToken: Cancel);

        Assert.Equal(("canceled", 0L), (canceled.Status, canceled.AmountCapturable));
        var charge = await simulator.Client.Charges.GetAsync(held.LatestChargeId, cancellationToken: Cancel);
        Assert.Equal((true, false, 1228L), (charge.Refunded, charge.Captured, charge.AmountRefunded));
        Assert.Empty((await simulator.Client.GetAsync("/_sim/ledger"))["totals"]!.AsArray());
    }

    private static async Task<PaymentIntent> AuthoriseAsync(SimulatorClient client)
    {
        var intent = await client.CreateAsync(1228, change: options => options.CaptureMethod = "manual");
        return await client.ConfirmAsync(intent.Id);
    }
}
