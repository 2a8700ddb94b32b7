using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Stripe;

namespace Nots.StripeSimulator.Tests.Processes;

/// <summary>A kill at any moment loses nothing that was answered, and no webhook.</summary>
public sealed class KillTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("nots-stripe-").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Killed_while_paying_it_keeps_every_payment_that_was_answered_and_posts_every_event()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var answered = new ConcurrentBag<string>();
        for (var round = 0; round < 3; round++)
        {
            using var simulator = await SimulatorProcess.StartAsync(_folder, receiver.Url);
            var paying = Enumerable.Range(0, 4).Select(_ => PayUntilKilledAsync(simulator.Client, answered)).ToList();
            var enough = answered.Count + 25;
            await Eventually.TrueAsync(() => answered.Count >= enough, "25 more payments");
            await simulator.KillAsync();
            await Task.WhenAll(paying);
        }

        using var restarted = await SimulatorProcess.StartAsync(_folder, receiver.Url);
        await Eventually.TrueAsync(async () => await restarted.Client.PendingDeliveriesAsync() == 0, "all webhooks are delivered");
        var intents = await restarted.Client.Intents
            .ListAutoPagingAsync(new PaymentIntentListOptions { Limit = 100 }, cancellationToken: Cancel).ToListAsync(Cancel);
        var succeeded = intents.Where(intent => intent.Status == "succeeded").Select(intent => intent.Id).ToHashSet();
        Assert.Superset(answered.ToHashSet(), succeeded);
        Assert.Equal(succeeded, EventsOf(receiver, "payment_intent.succeeded"));
        Assert.Equal(intents.Select(intent => intent.Id).ToHashSet(), EventsOf(receiver, "payment_intent.created"));
        Assert.Equal(1000L * succeeded.Count, (long)(await restarted.Client.GetAsync("/_sim/ledger"))["totals"]![0]!["charged"]!);
    }

    [Fact]
    public async Task Killed_before_a_webhook_was_taken_it_posts_it_after_the_restart()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        receiver.Answer = _ => StatusCodes.Status503ServiceUnavailable;
        using (var simulator = await SimulatorProcess.StartAsync(_folder, receiver.Url))
        {
            await simulator.Client.CreateAsync();
            await receiver.WaitForAsync(1);
            await simulator.KillAsync();
        }

        receiver.Answer = _ => StatusCodes.Status200OK;
        var before = receiver.Received.Count;
        using var restarted = await SimulatorProcess.StartAsync(_folder, receiver.Url);

        await receiver.WaitForAsync(before + 1);
        await Eventually.TrueAsync(async () => await restarted.Client.PendingDeliveriesAsync() == 0, "nothing is pending");
        Assert.Single(receiver.Received.Select(webhook => webhook.Body).Distinct());
    }

    [Fact]
    public async Task An_idempotency_key_outlives_a_kill()
    {
        PaymentIntent first;
        using (var simulator = await SimulatorProcess.StartAsync(_folder))
        {
            first = await simulator.Client.CreateAsync(key: "booking_1:create");
            await simulator.KillAsync();
        }

        using var restarted = await SimulatorProcess.StartAsync(_folder);
        var second = await restarted.Client.CreateAsync(key: "booking_1:create");

        Assert.Equal(first.ToJson(), second.ToJson());
        Assert.Equal("true", second.StripeResponse.Headers.GetValues("Idempotent-Replayed").Single());
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static HashSet<string> EventsOf(WebhookReceiver receiver, string type) =>
        [.. receiver.Received.Where(webhook => webhook.Event.Type == type).Select(webhook => ((PaymentIntent)webhook.Event.Data.Object).Id)];

    private static async Task PayUntilKilledAsync(SimulatorClient client, ConcurrentBag<string> answered)
    {
        try
        {
            for (var i = 0; i < 100_000; i++)
                answered.Add((await client.PayAsync(1000)).Id);
        }
        catch (HttpRequestException)
        {
            // Killed: what was not answered may be done or not.
        }
    }
}
