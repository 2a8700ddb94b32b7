using System.Net;
using Microsoft.Extensions.Time.Testing;
using Stripe;

namespace Nots.StripeSimulator.Tests.Http;

public sealed class IdempotencyTests
{
    private static readonly (string Name, string Value)[] Body = [("amount", "1228"), ("currency", "gbp")];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_same_request_is_answered_with_the_first_answer()
    {
        await using var simulator = await SimulatorHost.StartAsync();
        using var first = await simulator.Client.SendAsync("/v1/payment_intents", "key", Body);

        using var second = await simulator.Client.SendAsync("/v1/payment_intents", "key", [Body[1], Body[0]]);

        Assert.Equal(await first.Content.ReadAsStringAsync(Cancel), await second.Content.ReadAsStringAsync(Cancel));
        Assert.False(first.Headers.Contains("Idempotent-Replayed"));
        Assert.Equal("true", second.Headers.GetValues("Idempotent-Replayed").Single());
        Assert.Equal(first.Headers.GetValues("Request-Id").Single(), second.Headers.GetValues("Original-Request").Single());
        Assert.Equal("key", second.Headers.GetValues("Idempotency-Key").Single());
        Assert.Single((await simulator.Client.GetAsync("/v1/payment_intents"))["data"]!.AsArray());
    }

    [Fact]
    public async Task Another_body_is_an_error()
    {
        await using var simulator = await SimulatorHost.StartAsync();
        await simulator.Client.CreateAsync(1228, key: "key");

        var refusal = await Assert.ThrowsAnyAsync<StripeException>(() => simulator.Client.CreateAsync(1229, key: "key"));

        Assert.Equal((HttpStatusCode.BadRequest, "idempotency_error"), (refusal.HttpStatusCode, refusal.StripeError.Type));
    }

    [Fact]
    public async Task Another_path_is_an_error()
    {
        await using var simulator = await SimulatorHost.StartAsync();
        var intent = await simulator.Client.CreateAsync(key: "key");

        var refusal = await Assert.ThrowsAnyAsync<StripeException>(() => simulator.Client.Intents.CancelAsync(
            intent.Id, requestOptions: new RequestOptions { IdempotencyKey = "key" }, cancellationToken: Cancel));

        Assert.Equal((HttpStatusCode.BadRequest, "idempotency_error"), (refusal.HttpStatusCode, refusal.StripeError.Type));
    }

    [Fact]
    public async Task A_decline_is_answered_again_with_its_status()
    {
        await using var simulator = await SimulatorHost.StartAsync();
        var intent = await simulator.Client.CreateAsync();
        var path = $"/v1/payment_intents/{intent.Id}/confirm";
        using var first = await simulator.Client.SendAsync(path, "key", ("payment_method", "pm_card_chargeDeclined"));

        using var second = await simulator.Client.SendAsync(path, "key", ("payment_method", "pm_card_chargeDeclined"));

        Assert.Equal((HttpStatusCode.PaymentRequired, HttpStatusCode.PaymentRequired), (first.StatusCode, second.StatusCode));
        Assert.Single((await simulator.Client.GetAsync("/v1/charges"))["data"]!.AsArray());
    }

    [Fact]
    public async Task A_refusal_by_state_is_kept()
    {
        await using var simulator = await SimulatorHost.StartAsync();
        var paid = await simulator.Client.PayAsync();
        using var first = await simulator.Client.SendAsync($"/v1/payment_intents/{paid.Id}/cancel", "key");

        using var second = await simulator.Client.SendAsync($"/v1/payment_intents/{paid.Id}/cancel", "key");

        Assert.Equal(HttpStatusCode.BadRequest, second.StatusCode);
        Assert.True(second.Headers.Contains("Idempotent-Replayed"));
    }

    [Fact]
    public async Task What_is_wrong_with_the_parameters_is_not_kept()
    {
        await using var simulator = await SimulatorHost.StartAsync();
        using var wrong = await simulator.Client.SendAsync("/v1/payment_intents", "key", ("amount", "1228"));

        using var right = await simulator.Client.SendAsync("/v1/payment_intents", "key", Body);

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.OK), (wrong.StatusCode, right.StatusCode));
    }

    [Fact]
    public async Task A_key_in_progress_is_a_conflict_and_then_answers()
    {
        await using var simulator = await SimulatorHost.StartAsync();
        await simulator.Client.PostAsync("/_sim/faults", ("fault", "slow"), ("delay_ms", "600000"));
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var slow = simulator.Client.Intents.CreateAsync(
            new PaymentIntentCreateOptions { Amount = 1228, Currency = "gbp" }, new RequestOptions { IdempotencyKey = "key" }, giveUp.Token);
        await Eventually.TrueAsync(
            async () => (await simulator.Client.GetAsync("/_sim"))["faults"]!.AsArray().Count == 0, "the slow call has begun");

        using var meanwhile = await simulator.Client.SendAsync("/v1/payment_intents", "key", Body);

        Assert.Equal(HttpStatusCode.Conflict, meanwhile.StatusCode);
        Assert.Contains("idempotency_key_in_use", await meanwhile.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        await giveUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => slow);
    }

    [Fact]
    public async Task Many_at_once_with_one_key_make_one_intent()
    {
        await using var simulator = await SimulatorHost.StartAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(async _ =>
        {
            using var answer = await simulator.Client.SendAsync("/v1/payment_intents", "key", Body);
            return (answer.StatusCode, Body: await answer.Content.ReadAsStringAsync(Cancel));
        }));

        Assert.All(answers, answer => Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Conflict));
        Assert.Single(answers.Where(answer => answer.StatusCode == HttpStatusCode.OK).Select(answer => answer.Body).Distinct());
        Assert.Single((await simulator.Client.GetAsync("/v1/payment_intents"))["data"]!.AsArray());
    }

    [Fact]
    public async Task A_key_is_forgotten_after_24_hours()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 12, 1, 0, 0, 0, TimeSpan.Zero));
        await using var simulator = await SimulatorHost.StartAsync(time: time);
        var first = await simulator.Client.CreateAsync(key: "key");
        time.Advance(TimeSpan.FromHours(24) - TimeSpan.FromSeconds(1));
        var second = await simulator.Client.CreateAsync(key: "key");

        time.Advance(TimeSpan.FromSeconds(2));
        var third = await simulator.Client.CreateAsync(key: "key");

        Assert.Equal(first.Id, second.Id);
        Assert.NotEqual(first.Id, third.Id);
    }

    [Fact]
    public async Task A_key_that_is_too_long_is_refused()
    {
        await using var simulator = await SimulatorHost.StartAsync();

        using var answer = await simulator.Client.SendAsync("/v1/payment_intents", new string('k', 256), Body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }
}
