using Nots.LocalHost.Tests.Running;

namespace Nots.LocalHost.Tests.Crash;

/// <summary>
/// Many bookings at once, while the host (and its simulator) is killed again and again: in the end every booking is as planned,
/// every penny is where it belongs, nobody's time is taken, and everybody was told everything once.
/// </summary>
/// <remarks>Alone: it needs the machine, and other tests' patience is short.</remarks>
[Collection(nameof(CrashHarnessTest))]
[CollectionDefinition(nameof(CrashHarnessTest), DisableParallelization = true)]
public sealed class CrashHarnessTest(ITestOutputHelper output)
{
    [Fact]
    public Task Whenever_the_host_is_killed_every_booking_ends_as_planned_with_its_money_and_its_messages() => HoldsAsync(CrashSettings.FromEnvironment());

    /// <summary>The store lives on, as in the cloud: it is not the host's. (A host that brings its own loses nothing either: DynamoDbHostTests.)</summary>
    [Fact]
    public Task The_same_holds_on_DynamoDB() => HoldsAsync(CrashSettings.FromEnvironment().OnDynamoDb());

    /// <summary>Nor are the orchestrations the host's: what one had in hand when it died, the next takes over after a while.</summary>
    [Fact]
    public Task The_same_holds_on_Azure_Storage() => HoldsAsync(CrashSettings.FromEnvironment().OnAzureStorage());

    private async Task HoldsAsync(CrashSettings settings)
    {
        Say($"Crash harness: {settings}");
        await using var store = await CrashStore.OpenAsync(settings, TestContext.Current.CancellationToken);
        // Lost signals are looked for every second; nobody is too slow to pay.
        await using var host = await RunningHost.StartAsync(
            [("Nots__Timers__RelayOutbox", "00:00:01"), ("Nots__PaymentHold", "01:00:00"), ("Nots__QuoteValidity", "01:00:00"), .. store.Settings]);
        var people = await People.SignInAsync(host.Nots);
        var tripsBefore = await people.TripsAsync();
        var contents = store.ContentsOf(host);
        var drive = new Drive(CrashPlan.Of(settings, TimeProvider.System.GetUtcNow().UtcDateTime.Date), host, people, contents);
        await drive.RunAsync(TestContext.Current.CancellationToken);
        Say(drive.Summary);

        var report = await new Report(CrashSite.Of(host), people, drive.Travellers, drive.Faults, contents).WriteAsync(tripsBefore);
        Assert.True(report.Length == 0, $"{settings}{Environment.NewLine}{report}");
        Assert.True(drive.Killed >= settings.Kills, $"{drive.Killed} kills");
    }

    private void Say(string line)
    {
        output.WriteLine(line);
        // Seen in CI even where the runner shows the output of failed tests only.
        Console.WriteLine(line);
    }
}
