using System.Diagnostics;
using System.Text;
using Nots.LocalHost.Tests.Running;

namespace Nots.LocalHost.Tests.Crash;

/// <summary>
/// Many bookings at once, while the host (and its simulator) is killed again and again: in the end every booking is as planned,
/// every penny is where it belongs, and everybody was told everything once.
/// </summary>
/// <remarks>Alone: it needs the machine, and other tests' patience is short.</remarks>
[Collection(nameof(CrashHarnessTest))]
[CollectionDefinition(nameof(CrashHarnessTest), DisableParallelization = true)]
public sealed class CrashHarnessTest(ITestOutputHelper output)
{
    private const int AtOnce = 12;
    private const int MostStories = 5;
    private static readonly TimeSpan QuietWithin = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    [Fact]
    public async Task Whenever_the_host_is_killed_every_booking_ends_as_planned_with_its_money_and_its_messages()
    {
        var settings = CrashSettings.FromEnvironment();
        Say($"Crash harness: {settings}");
        var plan = CrashPlan.Of(settings, TimeProvider.System.GetUtcNow().UtcDateTime.Date);
        // Lost signals are looked for every second; nobody is too slow to pay.
        await using var host = await RunningHost.StartAsync(("Nots__Timers__RelayOutbox", "00:00:01"), ("Nots__PaymentHold", "01:00:00"), ("Nots__QuoteValidity", "01:00:00"));
        var people = await People.SignInAsync(host);
        var steps = new StepCount();
        var travellers = plan.Bookings.Select(booking => new Traveller(booking, host, people, steps)).ToList();
        var killer = new Killer(plan.Kills, host, steps);

        var started = Stopwatch.GetTimestamp();
        var killing = killer.KillAsync();
        await Parallel.ForEachAsync(
            travellers, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = TestContext.Current.CancellationToken },
            async (traveller, _) => await traveller.TravelAsync());
        var took = steps.Taken;
        steps.End();
        await killing;
        var driven = Stopwatch.GetElapsedTime(started);
        var unrest = await QuietAsync(host, people);
        Say($"{travellers.Count} bookings in {took} steps, {killer.Killed} kills in {driven.TotalSeconds:F0} s, quiet after {Stopwatch.GetElapsedTime(started).TotalSeconds:F0} s");

        Assert.True(killer.Killed >= settings.Kills);
        var report = await ReportAsync(host, people, travellers, unrest);
        Assert.True(report.Length == 0, $"{settings}{Environment.NewLine}{report}");
    }

    /// <summary>Waits until nothing is left to be done, for a bounded time.</summary>
    /// <returns>What is still to be done; empty when it is quiet.</returns>
    private static async Task<IReadOnlyList<string>> QuietAsync(RunningHost host, People people)
    {
        var table = new TableFile(host.DataFolder);
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            var left = new List<string>();
            if (!await host.Stripe.AnswersAsync())
                left.Add("the simulator is away");
            else if ((await host.Stripe.DeliveriesAsync()).GetProperty("pending").GetInt32() is > 0 and var webhooks)
                left.Add($"{webhooks} webhooks wait");
            foreach (var status in (string[])["pending", "running"])
            {
                var live = (await people.Dispatcher.GetAsync($"/v1/ops/orchestrations?limit=100&status={status}")).Ok();
                left.AddRange(live.Body.GetProperty("orchestrations").EnumerateArray().Select(run => $"orchestration {run}"));
            }
            left.AddRange(table.Outbox().Select(id => $"the outbox has a signal of {id}"));
            if (left.Count == 0 || Stopwatch.GetElapsedTime(started) > QuietWithin)
                return left;
            await Task.Delay(Pause);
        }
    }

    private static async Task<string> ReportAsync(RunningHost host, People people, List<Traveller> travellers, IReadOnlyList<string> unrest)
    {
        var report = new StringBuilder();
        foreach (var left in unrest)
            report.AppendLine($"Not quiet after {QuietWithin}: {left}");
        foreach (var (owner, bookingId) in new TableFile(host.DataFolder).Allocations())
            report.AppendLine($"{owner} is still taken by {bookingId}");
        report.Append(await CompareTotalsAsync(host, travellers));
        foreach (var intents in (await host.Stripe.BookingsOfIntentsAsync()).CountBy(bookingId => bookingId).Where(intents => intents.Value > 1))
            report.AppendLine($"{intents.Key} has {intents.Value} payment intents");
        var messages = await host.Nots.MailboxAsync();
        var inspection = new Inspection(host, people, messages.ToLookup(message => message.BookingId));
        var stories = 0;
        foreach (var traveller in travellers)
        {
            var faults = await inspection.FaultsAsync(traveller);
            if (faults.Count > 0)
                report.Append(++stories <= MostStories ? await Story.OfAsync(traveller, faults, people) : $"Traveller {traveller.Plan.Number}: {string.Join("; ", faults)}{Environment.NewLine}");
        }
        return report.Length == 0 ? "" : report.AppendLine().Append(Story.LastLog(host)).ToString();
    }

    /// <summary>Nothing is in the simulator's ledger that no booking stands for.</summary>
    private static async Task<string> CompareTotalsAsync(RunningHost host, List<Traveller> travellers)
    {
        var expected = (
            travellers.Where(traveller => traveller.Plan.Paid).Sum(traveller => traveller.Booking?.Amount ?? 0),
            travellers.Where(traveller => traveller.Plan.Refunded).Sum(traveller => traveller.Booking?.Amount ?? 0));
        var total = await host.Stripe.TotalAsync();
        return total == expected ? "" : $"The ledger has {total} (charged, refunded) where {expected} was planned{Environment.NewLine}";
    }

    private void Say(string line)
    {
        output.WriteLine(line);
        TestContext.Current.SendDiagnosticMessage(line);
        // Seen in CI whatever the runner shows.
        Console.WriteLine(line);
    }
}
