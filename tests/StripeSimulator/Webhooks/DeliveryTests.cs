using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using Stripe;

namespace Nots.StripeSimulator.Tests.Webhooks;

public sealed class DeliveryTests
{
    private static readonly string[] OfAPayment = ["payment_intent.created", "charge.succeeded", "payment_intent.succeeded"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_payments_events_arrive_signed()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var simulator = await StartAsync(receiver);

        var paid = await simulator.Client.PayAsync();

        await receiver.WaitForAsync(3);
        Assert.Equal(OfAPayment.Order(), receiver.Types.Order());
        Assert.All(receiver.Received, webhook => Assert.True(webhook.IsSignedWith("whsec_local")));
        Assert.All(receiver.Received, webhook => Assert.False(webhook.IsSignedWith("whsec_other")));
        var succeeded = receiver.Received.Single(webhook => webhook.Event.Type == "payment_intent.succeeded").Event;
        Assert.Equal(paid.Id, Assert.IsType<PaymentIntent>(succeeded.Data.Object).Id);
        Assert.Equal(StripeConfiguration.ApiVersion, succeeded.ApiVersion);
    }

    [Fact]
    public async Task An_event_names_the_request_and_key_that_made_it()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var simulator = await StartAsync(receiver);

        var intent = await simulator.Client.CreateAsync(key: "booking_1:create");

        await receiver.WaitForAsync(1);
        var request = receiver.Received[0].Event.Request;
        Assert.Equal((intent.StripeResponse.RequestId, "booking_1:create"), (request.Id, request.IdempotencyKey));
    }

    [Fact]
    public async Task A_delivery_that_is_not_taken_is_made_again_until_it_is()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        receiver.Answer = before => before < 4 ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK;
        await using var simulator = await StartAsync(receiver);

        var intent = await simulator.Client.CreateAsync();

        await receiver.WaitForAsync(5);
        await Eventually.TrueAsync(async () => await simulator.Client.PendingDeliveriesAsync() == 0, "nothing is pending");
        Assert.Equal(5, receiver.Received.Count);
        Assert.Single(receiver.Received.Select(webhook => webhook.Body).Distinct());
        Assert.All(receiver.Received, webhook => Assert.Equal(intent.Id, ((PaymentIntent)webhook.Event.Data.Object).Id));
    }

    [Fact]
    public async Task A_delivery_is_given_up_after_three_days()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 12, 1, 0, 0, 0, TimeSpan.Zero));
        await using var receiver = await WebhookReceiver.StartAsync();
        receiver.Answer = _ => StatusCodes.Status503ServiceUnavailable;
        await using var simulator = await SimulatorHost.StartAsync(options => options with { WebhookUrl = receiver.Url }, time);
        await simulator.Client.CreateAsync();

        await Eventually.TrueAsync(() => Passes(TimeSpan.FromSeconds(1), receiver.Received.Count >= 3), "it is tried again");
        Assert.Equal(1, await simulator.Client.PendingDeliveriesAsync());

        time.Advance(TimeSpan.FromDays(3));
        await Eventually.TrueAsync(
            async () => Passes(TimeSpan.FromSeconds(1), await simulator.Client.PendingDeliveriesAsync() == 0), "it is given up");
        Assert.Equal(1, (long)(await simulator.Client.GetAsync("/_sim"))["deliveries"]!["given_up"]!);

        bool Passes(TimeSpan step, bool done)
        {
            time.Advance(step);
            return done;
        }
    }

    [Fact]
    public async Task A_redirect_is_no_delivery()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        receiver.Answer = before => before == 0 ? StatusCodes.Status302Found : StatusCodes.Status204NoContent;
        await using var simulator = await StartAsync(receiver);

        await simulator.Client.CreateAsync();

        await receiver.WaitForAsync(2);
    }

    [Fact]
    public async Task An_event_says_whether_it_is_still_to_be_delivered()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var open = 0;
        receiver.Answer = _ => Volatile.Read(ref open) == 1 ? StatusCodes.Status200OK : StatusCodes.Status500InternalServerError;
        await using var simulator = await StartAsync(receiver);
        await simulator.Client.CreateAsync();
        await receiver.WaitForAsync(1);
        var id = receiver.Received[0].Event.Id;

        var before = await simulator.Client.Events.GetAsync(id, cancellationToken: Cancel);
        Volatile.Write(ref open, 1);
        await Eventually.TrueAsync(
            async () => (await simulator.Client.Events.GetAsync(id, cancellationToken: Cancel)).PendingWebhooks == 0, "it is delivered");

        Assert.Equal(1, before.PendingWebhooks);
    }

    [Fact]
    public async Task During_a_rotation_each_secret_signs()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var simulator = await StartAsync(receiver);
        await simulator.Client.PostAsync("/_sim/settings", ("webhook_secrets[0]", "whsec_new"), ("webhook_secrets[1]", "whsec_local"));

        await simulator.Client.CreateAsync();

        await receiver.WaitForAsync(1);
        Assert.True(receiver.Received[0].IsSignedWith("whsec_new"));
        Assert.True(receiver.Received[0].IsSignedWith("whsec_local"));
    }

    [Fact]
    public async Task Only_the_types_that_are_asked_for_are_posted()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var simulator = await SimulatorHost.StartAsync(
            options => options with { WebhookUrl = receiver.Url, WebhookEvents = ["payment_intent.succeeded"] });

        await simulator.Client.PayAsync();

        await receiver.WaitForAsync(1);
        await Eventually.TrueAsync(async () => await simulator.Client.PendingDeliveriesAsync() == 0, "nothing is pending");
        Assert.Equal(["payment_intent.succeeded"], receiver.Types);
    }

    [Fact]
    public async Task A_dropped_webhook_never_comes_and_its_event_is_kept()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var simulator = await StartAsync(receiver);
        await simulator.Client.PostAsync("/_sim/webhooks", ("mode", "drop"), ("type", "payment_intent.succeeded"), ("next", "1"));

        await simulator.Client.PayAsync();
        await simulator.Client.PayAsync();

        await receiver.WaitForAsync(5);
        await Eventually.TrueAsync(async () => await simulator.Client.PendingDeliveriesAsync() == 0, "nothing is pending");
        Assert.Single(receiver.Types, "payment_intent.succeeded");
        var kept = await simulator.Client.Events.ListAsync(new EventListOptions { Type = "payment_intent.succeeded" }, cancellationToken: Cancel);
        Assert.Equal(2, kept.Count());
    }

    [Fact]
    public async Task A_duplicated_webhook_comes_twice()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var simulator = await StartAsync(receiver);
        await simulator.Client.PostAsync("/_sim/webhooks", ("mode", "duplicate"), ("next", "1"));

        await simulator.Client.PayAsync();

        await receiver.WaitForAsync(4);
        var twice = receiver.Received.Where(webhook => webhook.Event.Type == "payment_intent.created").ToList();
        Assert.Equal(2, twice.Count);
        Assert.Equal(twice[0].Body, twice[1].Body);
    }

    [Fact]
    public async Task Reordered_webhooks_come_last_one_first()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var simulator = await StartAsync(receiver);
        await simulator.Client.PostAsync("/_sim/webhooks", ("mode", "reorder"), ("window", "3"), ("next", "3"));

        await simulator.Client.PayAsync();

        await receiver.WaitForAsync(3);
        Assert.Equal(OfAPayment.Reverse(), receiver.Types);
    }

    [Fact]
    public async Task A_reordered_webhook_without_company_comes_all_the_same()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var simulator = await StartAsync(receiver);
        await simulator.Client.PostAsync("/_sim/webhooks", ("mode", "reorder"), ("window", "10"));

        await simulator.Client.CreateAsync();

        await receiver.WaitForAsync(1);
    }

    [Fact]
    public async Task A_delayed_webhook_comes_after_the_others()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var simulator = await StartAsync(receiver);
        await simulator.Client.PostAsync("/_sim/webhooks", ("mode", "delay"), ("delay_ms", "700"), ("next", "1"));

        await simulator.Client.PayAsync();

        await receiver.WaitForAsync(3);
        Assert.Equal("payment_intent.created", receiver.Types[^1]);
    }

    private static Task<SimulatorHost> StartAsync(WebhookReceiver receiver) =>
        SimulatorHost.StartAsync(options => options with { WebhookUrl = receiver.Url });
}
