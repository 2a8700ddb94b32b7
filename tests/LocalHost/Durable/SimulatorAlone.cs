using System.Diagnostics;
using Nots.LocalHost.Tests.Running;

namespace Nots.LocalHost.Tests.Durable;

/// <summary>A Stripe simulator that belongs to no host, and ends with these tests.</summary>
internal sealed class SimulatorAlone : IAsyncDisposable
{
    private readonly Process _process;
    private readonly DirectoryInfo _folder;

    private SimulatorAlone(Process process, DirectoryInfo folder, Uri address) => (_process, _folder, Address, Stripe) = (process, folder, address, new StripeDesk(address));

    public Uri Address { get; }

    public StripeDesk Stripe { get; }

    /// <param name="webhooksTo">The host that is told what happened.</param>
    public static async Task<SimulatorAlone> StartAsync(Uri webhooksTo)
    {
        var folder = Directory.CreateTempSubdirectory("nots-stripe-");
        var address = new Uri($"http://127.0.0.1:{RunningHost.FreePort()}");
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
        [
            Path.Combine(Path.GetDirectoryName(RunningHost.Program)!, "stripe-simulator", "Nots.StripeSimulator.dll"),
            "--urls", address.ToString().TrimEnd('/'), "--data", folder.FullName,
            "--webhook-url", new Uri(webhooksTo, "v1/webhooks/stripe").ToString(), "--parent-pid", $"{Environment.ProcessId}",
        ]);
        var simulator = new SimulatorAlone(Process.Start(start)!, folder, address);
        await Until.TrueAsync(simulator.Stripe.AnswersAsync, "the simulator is ready", () => "");
        return simulator;
    }

    public async ValueTask DisposeAsync()
    {
        Stripe.Dispose();
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }
}
