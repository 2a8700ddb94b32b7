using System.Net;
using Stripe;

namespace Nots.StripeSimulator.Tests.Payments;

public sealed class AuthenticationTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_card_that_wants_3d_secure_says_what_to_do()
    {
        await using var simulator = await SimulatorHost.StartAsync();

        var intent = await simulator.Client.PayAsync(card: "pm_card_authenticationRequired");

        Assert.Equal(("requires_action", "use_stripe_sdk", 0L), (intent.Status, intent.NextAction.Type, intent.AmountReceived));
        Assert.Null(intent.LatestChargeId);
    }

    [Fact]
    public async Task With_a_return_url_the_customer_is_redirected_and_comes_back()
    {
        await using var simulator = await SimulatorHost.StartAsync();
        var intent = await simulator.Client.CreateAsync();
        intent = await simulator.Client.Intents.ConfirmAsync(
            intent.Id,
            new PaymentIntentConfirmOptions { PaymentMethod = "pm_card_threeDSecure2Required", ReturnUrl = "https://shop.test/done?x=1" },
            cancellationToken: Cancel);
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        browser.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        var page = await browser.GetStringAsync(intent.NextAction.RedirectToUrl.Url, Cancel);
        Assert.Contains("£12.28", page, StringComparison.Ordinal);

        using var form = new FormUrlEncodedContent([KeyValuePair.Create("outcome", "succeeded")]);
        using var answer = await browser.PostAsync(intent.NextAction.RedirectToUrl.Url, form, Cancel);

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal(
            $"https://shop.test/done?x=1&payment_intent={intent.Id}&payment_intent_client_secret={intent.ClientSecret}&redirect_status=succeeded",
            answer.Headers.Location!.ToString());
        Assert.Equal("succeeded", (await simulator.Client.Intents.GetAsync(intent.Id, cancellationToken: Cancel)).Status);
    }

    [Fact]
    public async Task Passing_it_pays()
    {
        await using var simulator = await SimulatorHost.StartAsync();
        var intent = await simulator.Client.PayAsync(card: "pm_card_authenticationRequired");

        await simulator.Client.PostAsync($"/_sim/payment_intents/{intent.Id}/authenticate?outcome=succeeded");

        var paid = await simulator.Client.Intents.GetAsync(
            intent.Id, new PaymentIntentGetOptions { Expand = ["latest_charge"] }, cancellationToken: Cancel);
        Assert.Equal(("succeeded", null), (paid.Status, paid.NextAction));
        Assert.Equal("authenticated", paid.LatestCharge.PaymentMethodDetails.Card.ThreeDSecure.Result);
    }

    [Fact]
    public async Task Failing_it_leaves_the_intent_open()
    {
        await using var simulator = await SimulatorHost.StartAsync();
        var intent = await simulator.Client.PayAsync(card: "pm_card_authenticationRequired");

        await simulator.Client.PostAsync($"/_sim/payment_intents/{intent.Id}/authenticate?outcome=failed");

        var open = await simulator.Client.Intents.GetAsync(intent.Id, cancellationToken: Cancel);
        Assert.Equal(
            ("requires_payment_method", "payment_intent_authentication_failure"), (open.Status, open.LastPaymentError.Code));
        Assert.Equal("succeeded", (await simulator.Client.ConfirmAsync(intent.Id)).Status);
    }

    [Fact]
    public async Task Another_card_may_be_chosen_instead()
    {
        await using var simulator = await SimulatorHost.StartAsync();
        var intent = await simulator.Client.PayAsync(card: "pm_card_authenticationRequired");

        var paid = await simulator.Client.ConfirmAsync(intent.Id);

        Assert.Equal(("succeeded", null), (paid.Status, paid.NextAction));
    }

    [Fact]
    public async Task Off_session_nobody_can_be_asked()
    {
        await using var simulator = await SimulatorHost.StartAsync();

        var decline = await Assert.ThrowsAnyAsync<StripeException>(() => simulator.Client.CreateAsync(change: options =>
        {
            options.Confirm = true;
            options.OffSession = true;
            options.PaymentMethod = "pm_card_authenticationRequired";
        }));

        Assert.Equal((HttpStatusCode.PaymentRequired, "authentication_required"), (decline.HttpStatusCode, decline.StripeError.Code));
    }

    [Fact]
    public async Task It_cannot_be_passed_twice()
    {
        await using var simulator = await SimulatorHost.StartAsync();
        var intent = await simulator.Client.PayAsync(card: "pm_card_authenticationRequired");
        await simulator.Client.PostAsync($"/_sim/payment_intents/{intent.Id}/authenticate");

        var again = await simulator.Client.PostAsync($"/_sim/payment_intents/{intent.Id}/authenticate");

        Assert.Equal("payment_intent_unexpected_state", (string?)again["error"]!["code"]);
    }
}
