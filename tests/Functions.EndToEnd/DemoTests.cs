using System.Text.Json;
using Nots.Functions.EndToEnd.Tests.Running;

namespace Nots.Functions.EndToEnd.Tests;

/// <summary>The demo's journeys, from quote to settlement, through the built function app on DynamoDB Local.</summary>
public sealed class DemoTests(Laptop laptop)
{
    private static readonly TimeSpan DemoWithin = TimeSpan.FromMinutes(4);
    private static readonly int[] KilledAfter = [5, 11, 17];

    [Fact]
    public async Task Every_journey_ends_as_it_must() => await RunDemoAsync();

    [Fact]
    public async Task Killing_the_worker_three_times_in_mid_journey_loses_nothing()
    {
        var (before, booked) = (laptop.Host.WorkersStarted, 0);
        laptop.Door.Booked = _ =>
        {
            if (KilledAfter.Contains(Interlocked.Increment(ref booked)))
                laptop.Host.KillWorker();
        };
        try
        {
            await RunDemoAsync();
        }
        finally
        {
            laptop.Door.Booked = null;
        }
        Assert.Equal(before + KilledAfter.Length, laptop.Host.WorkersStarted);
    }

    private async Task RunDemoAsync()
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        late.CancelAfter(DemoWithin);

        var (exitCode, output, errors) = await Programs.NotsAsync(
            late.Token, "demo", "--json", "--url", $"{laptop.Door.Address}", "--stripe", $"{laptop.Stripe}");

        Assert.True(exitCode == 0, $"{output}{errors}{laptop.Host.WorkerLog}");
        var report = JsonDocument.Parse(output).RootElement;
        Assert.Equal(25, report.GetProperty("rows").GetArrayLength());
        TestContext.Current.SendDiagnosticMessage("The demo took {0} s.", report.GetProperty("seconds"));
    }
}
