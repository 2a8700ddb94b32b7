using System.Net;
using Stripe;

namespace Nots.StripeSimulator.Tests.Switches;

public sealed class FaultTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("error", HttpStatusCode.InternalServerError, null)]
    [InlineData("rate_limit", HttpStatusCode.TooManyRequests, "rate_limit")]
    [InlineData("lock_timeout", HttpStatusCode.TooManyRequests, "lock_timeout")]
    public async Task The_next_calls_fail_and_then_no_more(string fault, HttpStatusCode status, string? code)
    {
        await using var simulator = await SimulatorHost.StartAsync();
        await simulator.Client.PostAsync("/_sim/faults", ("fault", fault), ("next", "2"));

        var first = await Assert.ThrowsAnyAsync<StripeException>(() => simulator.Client.CreateAsync(key: "key"));
        var second = await Assert.ThrowsAnyAsync<StripeException>(() => simulator.Client.CreateAsync(key: "key"));
        var third = await simulator.Client.CreateAsync(key: "key");

        Assert.Equal((status, code, status), (first.HttpStatusCode, first.StripeError.Code, second.HttpStatusCode));
        Assert.Equal("requires_payment_method", third.Status);
        Assert.Single((await simulator.Client.GetAsync("/v1/payment_intents"))["data"]!.AsArray());
    }

    [Fact]
    public async Task A_lost_answer_is_given_to_the_retry()
    {
        await using var simulator = await SimulatorHost.StartAsync();
        var paid = await simulator.Client.PayAsync();
        await simulator.Client.PostAsync("/_sim/faults", ("fault", "reset"), ("when", "after"), ("path", "/v1/refunds"));

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => simulator.Client.SendAsync("/v1/refunds", "key", ("payment_intent", paid.Id)));
        using var retry = await simulator.Client.SendAsync("/v1/refunds", "key", ("payment_intent", paid.Id));

        Assert.True(retry.Headers.Contains("Idempotent-Replayed"));
        Assert.Single((await simulator.Client.GetAsync("/v1/refunds"))["data"]!.AsArray());
    }

    [Fact]
    public async Task A_call_that_times_out_has_done_nothing()
    {
        await using var simulator = await SimulatorHost.StartAsync();
        await simulator.Client.PostAsync("/_sim/faults", ("fault", "timeout"), ("delay_ms", "50"));

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => simulator.Client.SendAsync("/v1/payment_intents", null, ("amount", "1228"), ("currency", "gbp")));

        Assert.Empty((await simulator.Client.GetAsync("/v1/payment_intents"))["data"]!.AsArray());
    }

    [Fact]
    public async Task Faults_can_be_taken_back()
    {
        await using var simulator = await SimulatorHost.StartAsync();
        await simulator.Client.PostAsync("/_sim/faults", ("fault", "error"), ("next", "1000"));

        using var answer = await simulator.Client.Http.DeleteAsync("/_sim/faults", Cancel);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await simulator.Client.CreateAsync();
    }

    [Theory]
    [InlineData("/_sim/faults", "fault", "fire")]
    [InlineData("/_sim/faults", "delay_ms", "5")]
    [InlineData("/_sim/webhooks", "mode", "sideways")]
    [InlineData("/_sim/webhooks", "window", "3")]
    [InlineData("/_sim/settings", "webhook_url", "nowhere")]
    [InlineData("/_sim/reset", "please", "yes")]
    public async Task A_wrong_switch_is_refused(string path, string name, string value)
    {
        await using var simulator = await SimulatorHost.StartAsync();

        var answer = await simulator.Client.PostAsync(path, (name, value));

        Assert.Equal("invalid_request_error", (string?)answer["error"]!["type"]);
    }

    [Fact]
    public async Task After_a_reset_nothing_is_left()
    {
        await using var simulator = await SimulatorHost.StartAsync();
        var paid = await simulator.Client.PayAsync();
        await simulator.Client.PostAsync("/_sim/faults", ("fault", "error"), ("path", "/v1/refunds"));

        await simulator.Client.PostAsync("/_sim/reset");

        var missing = await Assert.ThrowsAnyAsync<StripeException>(() => simulator.Client.Intents.GetAsync(paid.Id, cancellationToken: Cancel));
        Assert.Equal(HttpStatusCode.NotFound, missing.HttpStatusCode);
        Assert.Empty((await simulator.Client.GetAsync("/v1/events"))["data"]!.AsArray());
        Assert.Empty((await simulator.Client.GetAsync("/_sim/ledger"))["totals"]!.AsArray());
        Assert.Empty((await simulator.Client.GetAsync("/_sim"))["faults"]!.AsArray());
    }
}
