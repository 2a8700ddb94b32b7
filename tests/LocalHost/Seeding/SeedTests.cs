using Nots.LocalHost.Tests.Running;

namespace Nots.LocalHost.Tests.Seeding;

public sealed class SeedTests(SharedHost shared)
{
    [Fact]
    public async Task There_are_ten_drivers_with_valid_papers_and_vehicles_of_all_classes()
    {
        var drivers = (await shared.Dispatcher.GetAsync("/v1/drivers?limit=100")).Ok().Body.GetProperty("drivers").EnumerateArray().ToList();
        Assert.Equal(10, drivers.Count);
        Assert.All(drivers, driver => Assert.True(driver.GetProperty("compliance").GetProperty("allDocumentsValid").GetBoolean()));
        var vehicles = (await shared.Dispatcher.GetAsync("/v1/vehicles?limit=100")).Ok().Body.GetProperty("vehicles").EnumerateArray().ToList();
        Assert.Equal(
            [("executive", 3), ("minibus", 2), ("standard", 5)],
            vehicles.CountBy(vehicle => vehicle.GetProperty("type").GetString()!).Select(pair => (pair.Key, pair.Value)).Order());
    }

    [Fact]
    public async Task What_a_list_says_of_papers_is_what_the_papers_say()
    {
        foreach (var driver in (await shared.Dispatcher.GetAsync("/v1/drivers?limit=100")).Ok().Body.GetProperty("drivers").EnumerateArray())
            Assert.Equal(driver.ToString(), (await shared.Dispatcher.GetAsync($"/v1/drivers/{driver.GetProperty("driverId").GetString()}")).Ok().Body.ToString());
    }

    [Theory]
    [InlineData("standard")]
    [InlineData("executive")]
    [InlineData("minibus")]
    public async Task Every_class_can_be_dispatched_a_year_ahead(string vehicleType)
    {
        var booking = await shared.Dispatcher.BookAsync(Pickup.In(TimeSpan.FromDays(364)), "cash", vehicleType);
        Assert.Equal("assigned", (await shared.Dispatcher.AssignAsync(booking)).Ok().Text("status"));
    }

    [Fact]
    public async Task A_start_on_existing_data_changes_none_of_it()
    {
        await using var host = await RunningHost.StartAsync();
        var before = await DriversAsync(host);
        await host.KillAsync();
        await host.StartAgainAsync();
        Assert.Equal(before, await DriversAsync(host));
        Assert.Single(host.Log.Split(Environment.NewLine), line => line.Contains("The table was empty", StringComparison.Ordinal));
    }

    private static async Task<string> DriversAsync(RunningHost host) =>
        (await (await host.Nots.SignInAsync("dispatcher")).GetAsync("/v1/drivers?limit=100")).Ok().Body.ToString();
}
