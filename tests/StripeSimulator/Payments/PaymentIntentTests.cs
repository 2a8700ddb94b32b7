using System.Net;
using Stripe;

namespace Nots.StripeSimulator.Tests.Payments;

public sealed class PaymentIntentTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_intent_waits_for_a_payment_method()
    {
        await using var simulator = await SimulatorHost.StartAsync();

        var intent = await simulator.Client.CreateAsync(1228);

        Assert.Equal(
            ("requires_payment_method", 1228L, 0L, "gbp", "booking_1"),
            (intent.Status, intent.Amount, intent.AmountReceived, intent.Currency, intent.Metadata["bookingId"]));
        Assert.StartsWith($"{intent.Id}_secret_", intent.ClientSecret, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_intent_is_read_back_as_it_was_made()
    {
        await using var simulator = await SimulatorHost.StartAsync();
        var made = await simulator.Client.CreateAsync();

        var read = await simulator.Client.Intents.GetAsync(made.Id, cancellationToken: Cancel);

        Assert.Equal(made.ToJson(), read.ToJson());
    }

    [Fact]
    public async Task A_good_card_pays_and_leaves_a_charge_with_the_intents_metadata()
    {
        await using var simulator = await SimulatorHost.StartAsync();

        var paid = await simulator.Client.PayAsync(1228);

        Assert.Equal(("succeeded", 1228L), (paid.Status, paid.AmountReceived));
        var charge = await simulator.Client.Charges.GetAsync(paid.LatestChargeId, cancellationToken: Cancel);
        Assert.Equal(
            (1228L, true, true, "succeeded", paid.Id, "booking_1", "4242"),
            (charge.AmountCaptured, charge.Paid, charge.Captured, charge.Status, charge.PaymentIntentId, charge.Metadata["bookingId"],
                charge.PaymentMethodDetails.Card.Last4));
    }

    [Fact]
    public async Task The_latest_charge_comes_along_when_it_is_expanded()
    {
        await using var simulator = await SimulatorHost.StartAsync();
        var paid = await simulator.Client.PayAsync();

        var read = await simulator.Client.Intents.GetAsync(
            paid.Id, new PaymentIntentGetOptions { Expand = ["latest_charge", "payment_method"] }, cancellationToken: Cancel);

        Assert.Equal(paid.LatestChargeId, read.LatestCharge.Id);
        Assert.Equal("4242", read.PaymentMethod.Card.Last4);
    }

    [Fact]
    public async Task What_cannot_be_expanded_is_refused()
    {
        await using var simulator = await SimulatorHost.StartAsync();
        var intent = await simulator.Client.CreateAsync();

        var refusal = await Assert.ThrowsAnyAsync<StripeException>(() => simulator.Client.Intents.GetAsync(
            intent.Id, new PaymentIntentGetOptions { Expand = ["wallet"] }, cancellationToken: Cancel));

        Assert.Equal("This property cannot be expanded (wallet).", refusal.StripeError.Message);
    }

    [Fact]
    public async Task An_intent_can_be_made_and_confirmed_at_once()
    {
        await using var simulator = await SimulatorHost.StartAsync();

        var paid = await simulator.Client.CreateAsync(change: options => (options.Confirm, options.PaymentMethod) = (true, "pm_card_visa"));

        Assert.Equal("succeeded", paid.Status);
    }

    [Fact]
    public async Task An_intent_with_a_method_waits_for_its_confirmation()
    {
        await using var simulator = await SimulatorHost.StartAsync();

        var intent = await simulator.Client.CreateAsync(change: options => options.PaymentMethod = "pm_card_visa");

        Assert.Equal("requires_confirmation", intent.Status);
        var paid = await simulator.Client.Intents.ConfirmAsync(intent.Id, cancellationToken: Cancel);
        Assert.Equal("succeeded", paid.Status);
    }

    [Fact]
    public async Task A_confirmation_without_a_method_is_refused()
    {
        await using var simulator = await SimulatorHost.StartAsync();
        var intent = await simulator.Client.CreateAsync();

        var refusal = await Assert.ThrowsAnyAsync<StripeException>(() => simulator.Client.Intents.ConfirmAsync(intent.Id, cancellationToken: Cancel));

        Assert.Equal((HttpStatusCode.BadRequest, "payment_intent_unexpected_state"), (refusal.HttpStatusCode, refusal.StripeError.Code));
    }

    [Fact]
    public async Task An_intent_that_may_redirect_needs_a_return_url()
    {
        await using var simulator = await SimulatorHost.StartAsync();
        var intent = await simulator.Client.CreateAsync(change: options => options.AutomaticPaymentMethods.AllowRedirects = "always");

        var refusal = await Assert.ThrowsAnyAsync<StripeException>(() => simulator.Client.ConfirmAsync(intent.Id));

        Assert.Equal("return_url", refusal.StripeError.Param);
    }

    [Fact]
    public async Task What_has_succeeded_is_not_confirmed_again()
    {
        await using var simulator = await SimulatorHost.StartAsync();
        var paid = await simulator.Client.PayAsync();

        var refusal = await Assert.ThrowsAnyAsync<StripeException>(() => simulator.Client.ConfirmAsync(paid.Id));

        Assert.Equal(
            (HttpStatusCode.BadRequest, "payment_intent_unexpected_state", "succeeded"),
            (refusal.HttpStatusCode, refusal.StripeError.Code, refusal.StripeError.PaymentIntent.Status));
    }

    [Fact]
    public async Task A_declined_card_leaves_the_intent_open_for_another()
    {
        await using var simulator = await SimulatorHost.StartAsync();
        var intent = await simulator.Client.CreateAsync();

        var decline = await Assert.ThrowsAnyAsync<StripeException>(() => simulator.Client.ConfirmAsync(intent.Id, "pm_card_chargeDeclined"));

        Assert.Equal(
            (HttpStatusCode.PaymentRequired, "card_error", "card_declined", "generic_decline", "requires_payment_method"),
            (decline.HttpStatusCode, decline.StripeError.Type, decline.StripeError.Code, decline.StripeError.DeclineCode,
                decline.StripeError.PaymentIntent.Status));
        var open = await simulator.Client.Intents.GetAsync(intent.Id, cancellationToken: Cancel);
        Assert.Equal("card_declined", open.LastPaymentError.Code);
        var paid = await simulator.Client.ConfirmAsync(intent.Id);
        Assert.Equal(("succeeded", null), (paid.Status, paid.LastPaymentError));
    }

    [Theory]
    [InlineData("4000000000000002", "card_declined", "generic_decline")]
    [InlineData("4000000000009995", "card_declined", "insufficient_funds")]
    [InlineData("4000 0000 0000 0069", "expired_card", null)]
    [InlineData("4111111111111112", "incorrect_number", null)]
    public async Task A_card_number_declines_as_Stripe_says(string number, string code, string? declineCode)
    {
        await using var simulator = await SimulatorHost.StartAsync();
        var intent = await simulator.Client.CreateAsync();

        var answer = await ConfirmByNumberAsync(simulator.Client, intent.Id, number);

        Assert.Equal((code, declineCode), ((string?)answer["error"]!["code"], (string?)answer["error"]!["decline_code"]));
    }

    [Fact]
    public async Task A_card_number_pays_and_is_never_kept()
    {
        await using var simulator = await SimulatorHost.StartAsync();
        var intent = await simulator.Client.CreateAsync();

        var answer = await ConfirmByNumberAsync(simulator.Client, intent.Id, "4242424242424242");

        Assert.Equal("succeeded", (string?)answer["status"]);
        var events = (await simulator.Client.GetAsync("/v1/events?limit=100")).ToJsonString();
        Assert.DoesNotContain("4242424242424242", events, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_browser_confirms_with_the_publishable_key_and_the_client_secret()
    {
        await using var simulator = await SimulatorHost.StartAsync();
        var intent = await simulator.Client.CreateAsync();
        using var browser = new SimulatorClient(simulator.Address, "pk_test_local");

        var paid = await browser.PostAsync(
            $"/v1/payment_intents/{intent.Id}/confirm", ("payment_method", "pm_card_visa"), ("client_secret", intent.ClientSecret));

        Assert.Equal("succeeded", (string?)paid["status"]);
    }

    [Fact]
    public async Task A_browser_with_a_wrong_client_secret_is_refused()
    {
        await using var simulator = await SimulatorHost.StartAsync();
        var intent = await simulator.Client.CreateAsync();
        using var browser = new SimulatorClient(simulator.Address, "pk_test_local");

        var without = await browser.PostAsync($"/v1/payment_intents/{intent.Id}/confirm", ("payment_method", "pm_card_visa"));
        var wrong = await browser.PostAsync(
            $"/v1/payment_intents/{intent.Id}/confirm", ("payment_method", "pm_card_visa"), ("client_secret", $"{intent.Id}_secret_guess"));

        Assert.Equal(("client_secret", "client_secret"), ((string?)without["error"]!["param"], (string?)wrong["error"]!["param"]));
        Assert.Equal("requires_payment_method", (await simulator.Client.Intents.GetAsync(intent.Id, cancellationToken: Cancel)).Status);
    }

    [Fact]
    public async Task An_open_intent_can_be_changed()
    {
        await using var simulator = await SimulatorHost.StartAsync();
        var intent = await simulator.Client.CreateAsync(1228);

        var changed = await simulator.Client.Intents.UpdateAsync(
            intent.Id,
            new PaymentIntentUpdateOptions { Amount = 1500, Metadata = new() { ["bookingId"] = "", ["note"] = "x" }, Description = "A ride" },
            cancellationToken: Cancel);

        Assert.Equal((1500L, "A ride"), (changed.Amount, changed.Description));
        Assert.Equal([KeyValuePair.Create("note", "x")], changed.Metadata);
    }

    [Fact]
    public async Task The_amount_of_what_has_succeeded_cannot_be_changed()
    {
        await using var simulator = await SimulatorHost.StartAsync();
        var paid = await simulator.Client.PayAsync();

        var refusal = await Assert.ThrowsAnyAsync<StripeException>(() => simulator.Client.Intents.UpdateAsync(
            paid.Id, new PaymentIntentUpdateOptions { Amount = 1 }, cancellationToken: Cancel));

        Assert.Equal("payment_intent_unexpected_state", refusal.StripeError.Code);
    }

    [Theory]
    [InlineData("amount", "0", "parameter_invalid_integer")]
    [InlineData("amount", "29", "amount_too_small")]
    [InlineData("amount", "100000000", "amount_too_large")]
    [InlineData("amount", "12.5", "parameter_invalid_integer")]
    [InlineData("amount", "", "parameter_missing")]
    [InlineData("currency", "xyz", null)]
    [InlineData("colour", "red", "parameter_unknown")]
    [InlineData("payment_method", "pm_nobodys", "resource_missing")]
    public async Task A_wrong_parameter_is_named_and_nothing_is_made(string name, string value, string? code)
    {
        await using var simulator = await SimulatorHost.StartAsync();
        var parameters = new Dictionary<string, string> { ["amount"] = "1228", ["currency"] = "gbp", [name] = value };

        var answer = await simulator.Client.PostAsync("/v1/payment_intents", [.. parameters.Select(pair => (pair.Key, pair.Value))]);

        Assert.Equal((name, code), ((string?)answer["error"]!["param"], (string?)answer["error"]!["code"]));
        Assert.Empty((await simulator.Client.GetAsync("/v1/events"))["data"]!.AsArray());
    }

    private static Task<System.Text.Json.Nodes.JsonObject> ConfirmByNumberAsync(SimulatorClient client, string intent, string number) =>
        client.PostAsync(
            $"/v1/payment_intents/{intent}/confirm",
            ("payment_method_data[type]", "card"),
            ("payment_method_data[card][number]", number),
            ("payment_method_data[card][exp_month]", "12"),
            ("payment_method_data[card][exp_year]", "40"),
            ("payment_method_data[card][cvc]", "123"));
}
