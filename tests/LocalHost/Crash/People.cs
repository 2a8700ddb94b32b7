using Nots.LocalHost.Tests.Running;

namespace Nots.LocalHost.Tests.Crash;

/// <summary>Who is signed in. Tokens outlive the host that gave them.</summary>
internal sealed record People(Session Customer, Session Dispatcher)
{
    public static async Task<People> SignInAsync(Desk desk) =>
        new(await desk.SignInAsync("customer"), await desk.SignInAsync("dispatcher"));

    /// <summary>The same people, whose requests go another way.</summary>
    public People Through(HttpClient http) => new(Customer.Through(http), Dispatcher.Through(http));

    /// <summary>How many trips all drivers have made.</summary>
    public async Task<int> TripsAsync() => (await Dispatcher.GetAsync("/v1/drivers?limit=100")).Ok().Body.GetProperty("drivers").EnumerateArray()
        .Sum(driver => driver.GetProperty("performance").GetProperty("totalTrips").GetInt32());
}
