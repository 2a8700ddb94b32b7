using Nots.Cli;
using Nots.Journeys.Tests.Fakes;

namespace Nots.Journeys.Tests;

public sealed class DemoCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("nots-journeys-tests-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_demo_that_goes_well_ends_with_0() => Assert.Equal(ExitCode.Ok, await DemoAsync("completed", new Mischief()));

    [Fact]
    public async Task A_booking_in_another_state_than_its_row_expects_ends_with_1() =>
        Assert.Equal(ExitCode.NotAsExpected, await DemoAsync("no_show", new Mischief()));

    [Fact]
    public async Task Money_that_does_not_add_up_ends_with_1() =>
        Assert.Equal(ExitCode.NotAsExpected, await DemoAsync("completed", new Mischief { ChargedTooMuch = 1 }));

    [Fact]
    public async Task A_platform_that_does_not_answer_ends_with_3()
    {
        var journeys = await JourneysAsync("completed");

        Assert.Equal(ExitCode.Unreachable, await NotsCommand.RunAsync(["demo", "--journeys", journeys, "--url", "http://127.0.0.1:1"]));
    }

    [Fact]
    public async Task Something_else_that_answers_in_place_of_the_platform_ends_with_3()
    {
        using var other = new LoopbackServer(new FakeStripe(new FakeWorld()));

        Assert.Equal(ExitCode.Unreachable, await NotsCommand.RunAsync(["demo", "--journeys", await JourneysAsync("completed"), "--url", other.Url]));
    }

    private async Task<int> DemoAsync(string expectedStatus, Mischief mischief)
    {
        var world = new FakeWorld(mischief);
        using var platform = new LoopbackServer(new FakePlatform(world));
        using var stripe = new LoopbackServer(new FakeStripe(world));
        var journeys = await JourneysAsync(expectedStatus);
        return await NotsCommand.RunAsync(["demo", "--journeys", journeys, "--url", platform.Url, "--stripe", stripe.Url]);
    }

    private async Task<string> JourneysAsync(string expectedStatus)
    {
        var file = Path.Combine(_folder.FullName, "journeys.json");
        await File.WriteAllTextAsync(
            file,
            $$"""
            [{"id":"01","title":"To the harbour","pickup":{"address":"A"},"dropoff":{"address":"B"},"pickupIn":"24.00:00:00",
              "passengers":1,"luggage":0,"vehicleType":"standard","journeyType":"one_way","paymentMethod":"card","card":"pm_card_visa",
              "scenario":"complete","expected":{"status":"{{expectedStatus}}","paymentStatus":"completed","refundedPercent":0} }]
            """,
            TestContext.Current.CancellationToken);
        return file;
    }
}
