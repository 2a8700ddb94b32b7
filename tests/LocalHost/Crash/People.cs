using Nots.LocalHost.Tests.Running;

namespace Nots.LocalHost.Tests.Crash;

/// <summary>Who is signed in. Tokens outlive the host that gave them.</summary>
internal sealed record People(Session Customer, Session Dispatcher)
{
    public static async Task<People> SignInAsync(RunningHost host) =>
        new(await host.Nots.SignInAsync("customer"), await host.Nots.SignInAsync("dispatcher"));
}
