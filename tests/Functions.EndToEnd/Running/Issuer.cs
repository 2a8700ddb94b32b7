using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Nots.Functions.EndToEnd.Tests.Running;

/// <summary>A local host beside the function app: it signs the tokens, and its table has the data that every laptop begins with.</summary>
internal sealed class Issuer : IAsyncDisposable
{
    private static readonly TimeSpan ReadyWithin = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);

    private readonly string _data = Directory.CreateTempSubdirectory("nots-issuer-").FullName;
    private readonly StringBuilder _log = new();
    private readonly Process _process;

    private Issuer()
    {
        Address = new Uri($"http://127.0.0.1:{FreePort()}");
        _process = new Process
        {
            StartInfo = Programs.StartInfo(
                Programs.LocalHost, ["--urls", Plain(Address), "--stripe-urls", $"http://127.0.0.1:{FreePort()}", "--data", _data], []),
        };
        _process.OutputDataReceived += (_, line) => Write(line.Data);
        _process.ErrorDataReceived += (_, line) => Write(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public Uri Address { get; }

    public string Table => Path.Combine(_data, "table.db");

    public static async Task<Issuer> StartAsync(CancellationToken cancellationToken)
    {
        var issuer = new Issuer();
        try
        {
            await issuer.ReadyAsync(cancellationToken);
            return issuer;
        }
        catch
        {
            await issuer.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_data, recursive: true);
    }

    private async Task ReadyAsync(CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = Address };
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                using var answer = await http.GetAsync("/health/ready", cancellationToken);
                if (answer.IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
            if (_process.HasExited || Stopwatch.GetElapsedTime(started) > ReadyWithin)
                throw new TimeoutException($"The local host is not ready. It wrote:{Environment.NewLine}{Log()}");
            await Task.Delay(BetweenLooks, cancellationToken);
        }
    }

    private void Write(string? line)
    {
        lock (_log)
            _log.AppendLine(line);
    }

    private string Log()
    {
        lock (_log)
            return _log.ToString();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string Plain(Uri address) => address.GetLeftPart(UriPartial.Authority);
}
