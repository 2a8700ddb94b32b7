[assembly: AssemblyFixture(typeof(Nots.LocalHost.Tests.Running.SharedHost))]

namespace Nots.LocalHost.Tests.Running;

/// <summary>One host for all tests that neither kill it nor change its settings. Waiting is short, pick-ups may be at once.</summary>
public sealed class SharedHost : IAsyncLifetime
{
    public RunningHost Host { get; private set; } = null!;

    public Session Customer { get; private set; } = null!;

    public Session Driver { get; private set; } = null!;

    public Session Dispatcher { get; private set; } = null!;

    public Session Admin { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Host = await RunningHost.StartAsync(("Nots__FreeWaiting", "00:00:01"), ("Nots__MinimumNotice", "00:00:00"));
        Customer = await Host.Nots.SignInAsync("customer");
        Driver = await Host.Nots.SignInAsync("driver");
        Dispatcher = await Host.Nots.SignInAsync("dispatcher");
        Admin = await Host.Nots.SignInAsync("admin");
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
