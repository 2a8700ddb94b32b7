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
    public async Task Whenever_the_host_is_killed_every_booking_ends_as_planned_with_its_money_and_its_messages()
    {
        var settings = CrashSettings.FromEnvironment();
        Say($"Crash harness: {settings}");
        // Lost signals are looked for every second; nobody is too slow to pay.
        await using var host = await RunningHost.StartAsync(
            ("Nots__Timers__RelayOutbox", "00:00:01"), ("Nots__PaymentHold", "01:00:00"), ("Nots__QuoteValidity", "01:00:00"));
        var people = await People.SignInAsync(host);
        var tripsBefore = await people.TripsAsync();
        var drive = new Drive(CrashPlan.Of(settings, TimeProvider.System.GetUtcNow().UtcDateTime.Date), host, people);
        await drive.RunAsync(TestContext.Current.CancellationToken);
        Say(drive.Summary);

        var report = await new Report(host, people, drive).WriteAsync(tripsBefore);
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
