using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Nots.StripeSimulator.Tests.Processes;

/// <summary>The simulator's program, in a process of its own that can be killed.</summary>
internal sealed class SimulatorProcess : IDisposable
{
    private readonly Process _process;

    private SimulatorProcess(Process process, string address)
    {
        _process = process;
        Client = new SimulatorClient(address);
    }

    public SimulatorClient Client { get; }

    public int Id => _process.Id;

    /// <summary>A port that was free a moment ago.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Starts it and waits until it answers.</summary>
    public static async Task<SimulatorProcess> StartAsync(string folder, string webhookUrl = "", params IEnumerable<string> more)
    {
        var address = $"http://127.0.0.1:{FreePort()}";
        var process = Start(["--urls", address, "--data", folder, "--webhook-url", webhookUrl, .. more]);
        var simulator = new SimulatorProcess(process, address);
        await Eventually.TrueAsync(simulator.AnswersAsync, "the simulator's process answers");
        return simulator;
    }

    public static Process Start(IEnumerable<string> arguments)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Nots.StripeSimulator.dll");
        var start = new ProcessStartInfo("dotnet", [program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        return Process.Start(start)!;
    }

    /// <summary>SIGKILL: nothing is finished, flushed or closed.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    public Task WaitForExitAsync(CancellationToken cancellationToken) => _process.WaitForExitAsync(cancellationToken);

    public void Dispose()
    {
        Client.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit(TimeSpan.FromSeconds(30));
        }

        _process.Dispose();
    }

    private async Task<bool> AnswersAsync()
    {
        Assert.False(_process.HasExited, "The simulator's process ended by itself.");
        try
        {
            await Client.GetAsync("/_sim");
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
