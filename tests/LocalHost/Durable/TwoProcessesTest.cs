using Nots.LocalHost.Tests.Crash;
using Nots.LocalHost.Tests.Running;

namespace Nots.LocalHost.Tests.Durable;

/// <summary>
/// Two processes, one DynamoDB, one Azure Storage: they share the work, and what one had in hand when it was killed the other brings to its
/// end. The one that is killed is the one that gets Stripe's webhooks, so that the other learns of payments by asking alone.
/// </summary>
/// <remarks>Alone: it needs the machine, and other tests' patience is short.</remarks>
[Collection(nameof(CrashHarnessTest))]
public sealed class TwoProcessesTest(ITestOutputHelper output)
{
    private const int AtOnce = 8;

    private static readonly CrashSettings Settings = new(CrashSettings.FromEnvironment().Seed, Bookings: 40, Kills: 0, "dynamodb", "azure-storage");

    [Fact]
    public async Task Two_processes_share_the_work_and_one_ends_what_the_other_left_when_it_was_killed()
    {
        output.WriteLine($"{Settings}");
        await using var store = await CrashStore.OpenAsync(Settings, TestContext.Current.CancellationToken);
        await using var first = RunningHost.Prepare([.. Common(store)]);
        await using var simulator = await SimulatorAlone.StartAsync(first.Address);
        await first.StartAgainAsync(At(simulator));
        await using var second = await RunningHost.StartAsync([.. Common(store), .. At(simulator), .. TrustingTokensOf(first)]);
        using var http = new HttpClient(new EitherHost(first.Address, second.Address)) { BaseAddress = first.Address };
        var people = (await People.SignInAsync(first.Nots)).Through(http);
        var tripsBefore = await people.TripsAsync();
        var contents = store.ContentsOf(second);

        var travellers = await TravelAsync(first, simulator.Stripe, people);
        var left = await new Quiet(stripe: null, people, contents).LeftAsync();
        await first.StartAgainAsync(At(simulator));
        left = [.. left, .. await new Quiet(simulator.Stripe, people, contents).LeftAsync()];

        var report = await new Report(new CrashSite(simulator.Stripe, MessagesAsync, () => $"{first.Log}{Environment.NewLine}{second.Log}"), people, travellers, left, contents)
            .WriteAsync(tripsBefore);
        Assert.True(report.Length == 0, $"{Settings}{Environment.NewLine}{report}");
        Assert.NotEmpty(await first.Nots.MailboxAsync());
        Assert.NotEmpty(await second.Nots.MailboxAsync());

        // Each process has a mailbox of its own. A message is the same by its id, as for any mail server that it is handed to twice.
        async Task<IReadOnlyList<MailboxEntry>> MessagesAsync() =>
            [.. (await first.Nots.MailboxAsync()).Concat(await second.Nots.MailboxAsync()).DistinctBy(message => (message.Channel, message.MessageId))];
    }

    private static async Task<IReadOnlyList<Traveller>> TravelAsync(RunningHost killed, StripeDesk stripe, People people)
    {
        var steps = new StepCount();
        var plan = CrashPlan.Of(Settings, TimeProvider.System.GetUtcNow().UtcDateTime.Date);
        IReadOnlyList<Traveller> travellers = [.. plan.Bookings.Select(booking => new Traveller(booking, stripe, people, steps))];
        var killing = Task.Run(async () =>
        {
            await steps.ReachAsync(plan.Bookings.Sum(booking => booking.Steps) / 2);
            await killed.KillAsync();
        });
        await Parallel.ForEachAsync(
            travellers, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (traveller, _) => await traveller.TravelAsync());
        steps.End();
        await killing;
        return travellers;
    }

    private static IEnumerable<(string, string)> Common(CrashStore store) =>
    [
        .. store.Settings, ("Nots__PaymentHold", "01:00:00"), ("Nots__QuoteValidity", "01:00:00"),
        ("Nots__Timers__RelayOutbox", "00:00:01"), ("Nots__Timers__ReconcilePayments", "00:00:02"),
    ];

    private static (string, string)[] At(SimulatorAlone simulator) => [("Nots__Stripe__BaseAddress", simulator.Address.ToString())];

    private static (string, string)[] TrustingTokensOf(RunningHost host) =>
    [
        ("Nots__Identity__Authority", new Uri(host.Address, "dev/issuer").ToString()), ("Nots__Identity__ClientId", "nots-local"),
        ("Nots__Identity__RequireHttps", "false"),
    ];
}
