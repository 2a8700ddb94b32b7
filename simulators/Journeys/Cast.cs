using Nots.Client;

namespace Nots.Journeys;

/// <summary>The five seeded users, signed in.</summary>
/// <param name="DriverId">Which driver <paramref name="Driver"/> is; the other drivers have no sign-in.</param>
internal sealed record Cast(
    NotsClient Customer, NotsClient Driver, NotsClient Dispatcher, NotsClient Admin, NotsClient Owner, string? DriverId)
{
    private const int LargestPage = 100;
    private const string DriverEmail = "driver@nots.test";

    public static async Task<Cast> SignInAsync(DevelopmentClient client, CancellationToken cancellationToken)
    {
        var dispatcher = await client.SignInAsync("dispatcher@nots.test", cancellationToken);
        var drivers = (await dispatcher.DriversListAsync(limit: LargestPage, cancellationToken: cancellationToken)).Drivers;
        return new Cast(
            await client.SignInAsync("customer@nots.test", cancellationToken),
            await client.SignInAsync(DriverEmail, cancellationToken),
            dispatcher,
            await client.SignInAsync("admin@nots.test", cancellationToken),
            await client.SignInAsync("owner@nots.test", cancellationToken),
            drivers.FirstOrDefault(driver => driver.Email == DriverEmail)?.DriverId);
    }

    /// <summary>Who reports a job's progress: its driver, or the dispatcher for a driver who rings in.</summary>
    public NotsClient ReporterFor(string? driverId) => driverId is not null && driverId == DriverId ? Driver : Dispatcher;
}
