using CsCheck;
using Stripe;

namespace Nots.StripeSimulator.Tests;

/// <summary>Whatever is done, the ledger is what the answers say was taken and given back.</summary>
public sealed class LedgerTests
{
    private static readonly string[] Cards = ["pm_card_visa", "pm_card_visa", "pm_card_chargeDeclined", "pm_card_authenticationRequired"];

    private static readonly Gen<Step[]> Steps =
        Gen.Select(Gen.Int[0, 4], Gen.Int[0, 3], Gen.Int[1, 3000], Gen.Int[0, 3], (action, intent, amount, card) => new Step(action, intent, amount, card))
            .Array[1, 30];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_adds_up_after_any_steps()
    {
        await using var simulator = await SimulatorHost.StartAsync();
        await Steps.SampleAsync(steps => RunAsync(simulator.Client, steps), iter: 60, threads: 1);
    }

    private static async Task RunAsync(SimulatorClient client, Step[] steps)
    {
        await client.PostAsync("/_sim/reset");
        var intents = new List<PaymentIntent>();
        for (var i = 0; i < 4; i++)
            intents.Add(await client.CreateAsync(1000 + i, $"booking_{i}"));
        var (charged, refunded) = (new long[4], new long[4]);
        foreach (var step in steps)
        {
            var intent = intents[step.Intent].Id;
            try
            {
                switch (step.Action)
                {
                    case 0 or 1:
                        charged[step.Intent] += (await client.ConfirmAsync(intent, Cards[step.Card])).AmountReceived;
                        break;
                    case 2:
                        refunded[step.Intent] += (await client.RefundAsync(intent, step.Amount)).Amount;
                        break;
                    case 3:
                        await client.Intents.CancelAsync(intent, cancellationToken: Cancel);
                        break;
                    default:
                        var passed = await client.PostAsync($"/_sim/payment_intents/{intent}/authenticate");
                        charged[step.Intent] += (long?)passed["amount_received"] ?? 0;
                        break;
                }
            }
            catch (StripeException)
            {
                // Refused: it must have changed nothing.
            }
        }

        await CompareAsync(client, charged, refunded);
    }

    private static async Task CompareAsync(SimulatorClient client, long[] charged, long[] refunded)
    {
        var ledger = await client.GetAsync("/_sim/ledger");
        for (var i = 0; i < charged.Length; i++)
        {
            var line = ledger["bookings"]![$"booking_{i}"]?[0];
            Assert.Equal(
                (charged[i], refunded[i], charged[i] - refunded[i]),
                ((long?)line?["charged"] ?? 0, (long?)line?["refunded"] ?? 0, (long?)line?["net"] ?? 0));
            Assert.InRange(refunded[i], 0, charged[i]);
        }

        var total = ledger["totals"]!.AsArray().FirstOrDefault();
        Assert.Equal((charged.Sum(), refunded.Sum()), ((long?)total?["charged"] ?? 0, (long?)total?["refunded"] ?? 0));
    }

    private sealed record Step(int Action, int Intent, int Amount, int Card);
}
