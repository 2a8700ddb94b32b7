using System.Diagnostics;
using System.Text.RegularExpressions;
using Nots.LocalHost.Tests.Running;

namespace Nots.LocalHost.Tests.Stores;

/// <summary>A host that brings a DynamoDB Local of its own, which keeps the table in the host's data folder.</summary>
public sealed partial class DynamoDbHostTests : IAsyncLifetime
{
    private RunningHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await RunningHost.StartAsync(("Nots__Store", "dynamodb"), ("Nots__FreeWaiting", "00:00:01"));

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Killed_it_takes_its_DynamoDB_Local_with_it_and_finds_everything_again()
    {
        var customer = await _host.Nots.SignInAsync("customer");
        var dispatcher = await _host.Nots.SignInAsync("dispatcher");
        var paid = await customer.BookAsync(Pickup.OnADayOfItsOwn());
        Assert.Equal("succeeded", await _host.Stripe.PayAsync(paid));
        await customer.SeeAsync(paid, "confirmed", _host);
        var pending = await customer.BookAsync(Pickup.OnADayOfItsOwn());

        await _host.KillAsync();
        await Until.TrueAsync(() => Task.FromResult(!_host.DynamoDbLocalRuns()), "DynamoDB Local is gone with its host", () => _host.Log);
        await _host.StartAgainAsync();

        Assert.Equal("confirmed", (await customer.BookingAsync(paid)).Ok().Text("status"));
        Assert.Equal("pending", (await customer.BookingAsync(pending)).Ok().Text("status"));
        Assert.Equal("assigned", (await dispatcher.AssignAsync(paid)).Ok().Text("status"));
        Assert.Single(_host.Log.Split(Environment.NewLine), line => line.Contains("The table was empty", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_DynamoDB_Local_that_is_killed_is_started_again_with_everything_in_it()
    {
        var customer = await _host.Nots.SignInAsync("customer");
        var booking = await customer.BookAsync(Pickup.OnADayOfItsOwn());

        var guard = GuardProcessId().Match(_host.Log).Groups[1].Value;
        using (var kill = Process.Start("pkill", ["-KILL", "-P", guard]))
            await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        await Until.TrueAsync(() => Task.FromResult(GuardProcessId().Count(_host.Log) == 2), "DynamoDB Local is started again", () => _host.Log);

        Assert.Equal("pending", (await customer.BookingAsync(booking)).Ok().Text("status"));
    }

    [Fact]
    public async Task Asked_to_stop_it_ends_in_order_and_starts_again_on_its_data()
    {
        var customer = await _host.Nots.SignInAsync("customer");
        var booking = await customer.BookAsync(Pickup.OnADayOfItsOwn());

        Assert.Equal(0, await _host.StopAsync());
        Assert.False(_host.DynamoDbLocalRuns());
        await _host.StartAgainAsync();

        Assert.Equal("pending", (await customer.BookingAsync(booking)).Ok().Text("status"));
        Assert.Contains("nots-main-table-local in DynamoDB Local at http://127.0.0.1:", _host.Log, StringComparison.Ordinal);
    }

    /// <summary>As the host says.</summary>
    [GeneratedRegex(@"DynamoDB Local is under process (\d+)")]
    private static partial Regex GuardProcessId();
}
