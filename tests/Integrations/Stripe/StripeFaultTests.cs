using Microsoft.Extensions.DependencyInjection;
using Nots.Application.Common;
using Nots.Application.Payments;
using Nots.Domain.Common;
using Nots.Integrations.Stripe;

namespace Nots.Integrations.Tests.Stripe;

/// <summary>What the adapter makes of a Stripe that fails.</summary>
public sealed class StripeFaultTests : IAsyncLifetime
{
    private static readonly NewIntent Asked = new(BookingId.Parse("booking_1"), "NOTS-7K3M9Q", 1228, "GBP");

    private readonly SimulatorFixture _simulator = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _simulator.InitializeAsync();

    public ValueTask DisposeAsync() => _simulator.DisposeAsync();

    [Theory]
    [InlineData("error")]
    [InlineData("rate_limit")]
    [InlineData("lock_timeout")]
    [InlineData("reset")]
    public async Task Two_failures_are_got_over(string fault)
    {
        await FailAsync(fault, 2);

        var intent = await _simulator.Gateway.CreateIntentAsync(Asked, "key", Cancel);

        Assert.Equal(GatewayIntentState.RequiresPaymentMethod, intent.State);
        Assert.Single(await IntentsAsync());
    }

    [Theory]
    [InlineData("error")]
    [InlineData("rate_limit")]
    [InlineData("lock_timeout")]
    [InlineData("reset")]
    public async Task A_failure_that_goes_on_is_transient(string fault)
    {
        await FailAsync(fault, 1000);

        var failure = await Assert.ThrowsAsync<ExternalServiceException>(() => _simulator.Gateway.CreateIntentAsync(Asked, "key", Cancel));

        Assert.True(failure.Transient);
        Assert.Equal("Stripe", failure.Service);
        Assert.Equal(997, await FaultsLeftAsync());
    }

    [Fact]
    public async Task An_answer_that_was_lost_is_fetched_again_and_nothing_is_done_twice()
    {
        var intent = await _simulator.Gateway.CreateIntentAsync(Asked, "create", Cancel);
        await _simulator.ConfirmAsync(intent.IntentId, "pm_card_visa");
        await FailAsync("reset", 2, "after");

        var refund = await _simulator.Gateway.RefundAsync(new NewRefund(BookingId.Parse("booking_1"), intent.IntentId, 614), "refund", Cancel);

        Assert.Equal(GatewayRefundState.Succeeded, refund.State);
        var ledger = await _simulator.GetAsync("/_sim/ledger?booking=booking_1");
        Assert.Equal(614, (long)ledger["totals"]![0]!["refunded"]!);
    }

    [Fact]
    public async Task A_Stripe_that_does_not_answer_in_time_is_transient()
    {
        await using var services = SimulatorFixture.Services(new StripeOptions { BaseAddress = _simulator.Address, Timeout = TimeSpan.FromMilliseconds(200) });
        await FailAsync("timeout", 1000);

        var failure = await Assert.ThrowsAsync<ExternalServiceException>(
            () => services.GetRequiredService<IPaymentGateway>().GetIntentAsync("pi_1", Cancel));

        Assert.True(failure.Transient);
        Assert.Contains("did not answer in time", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Stripe_that_is_not_there_is_transient()
    {
        await using var services = SimulatorFixture.Services(new StripeOptions { BaseAddress = new Uri("http://127.0.0.1:1") });

        var failure = await Assert.ThrowsAsync<ExternalServiceException>(
            () => services.GetRequiredService<IPaymentGateway>().GetIntentAsync("pi_1", Cancel));

        Assert.True(failure.Transient);
        Assert.Contains("cannot be reached", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_key_is_a_fault_that_stays_and_is_tried_once()
    {
        await using var services = SimulatorFixture.Services(new StripeOptions { BaseAddress = _simulator.Address, SecretKey = "sk_test_somebody_elses" });

        var failure = await Assert.ThrowsAsync<ExternalServiceException>(
            () => services.GetRequiredService<IPaymentGateway>().GetIntentAsync("pi_1", Cancel));

        Assert.False(failure.Transient);
        Assert.DoesNotContain("somebody", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_caller_that_gives_up_is_not_told_of_a_fault()
    {
        await FailAsync("timeout", 1);
        using var giveUp = new CancellationTokenSource();
        var call = _simulator.Gateway.GetIntentAsync("pi_1", giveUp.Token);

        await giveUp.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    [Fact]
    public async Task After_many_failures_Stripe_is_left_alone_for_a_while()
    {
        await FailAsync("error", 1000);
        for (var i = 0; i < 10; i++)
            await Assert.ThrowsAsync<ExternalServiceException>(() => _simulator.Gateway.GetIntentAsync("pi_1", Cancel));

        var before = await FaultsLeftAsync();
        var failure = await Assert.ThrowsAsync<ExternalServiceException>(() => _simulator.Gateway.GetIntentAsync("pi_1", Cancel));

        Assert.True(failure.Transient);
        Assert.Contains("left alone", failure.Message, StringComparison.Ordinal);
        Assert.Equal(before, await FaultsLeftAsync());
    }

    [Fact]
    public async Task A_list_goes_over_its_pages_newest_first()
    {
        var from = DateTimeOffset.UtcNow.AddMinutes(-1);
        var made = new List<string>();
        for (var i = 0; i < 105; i++)
            made.Add((await _simulator.Gateway.CreateIntentAsync(Asked, $"key-{i}", Cancel)).IntentId);

        var listed = await _simulator.Gateway.ListIntentsAsync(from, DateTimeOffset.UtcNow.AddMinutes(1), Cancel).ToListAsync(Cancel);
        var earlier = await _simulator.Gateway.ListIntentsAsync(from.AddHours(-1), from, Cancel).ToListAsync(Cancel);

        Assert.Equal(Enumerable.Reverse(made), listed.Select(intent => intent.IntentId));
        Assert.Empty(earlier);
    }

    private async Task FailAsync(string fault, int next, string when = "before") =>
        await _simulator.PostAsync("/_sim/faults", ("fault", fault), ("next", $"{next}"), ("when", when));

    private async Task<int> FaultsLeftAsync() => (int)(await _simulator.GetAsync("/_sim"))["faults"]![0]!["next"]!;

    private async Task<IReadOnlyList<object?>> IntentsAsync() => [.. (await _simulator.GetAsync("/v1/payment_intents"))["data"]!.AsArray()];
}
