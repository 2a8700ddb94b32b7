using System.Diagnostics;
using System.Text.Json;
using Nots.Tests.Shared;

namespace Nots.Integrations.Tests.Mail;

/// <summary>A mail server of the npm project in <c>servers</c>, as a child process on free loopback ports. Its first line tells them.</summary>
public sealed class MailServer : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(10);

    private static readonly NpmProject Servers = new("tests/Integrations/Mail/servers");

    private readonly Process _process;

    private MailServer(Process process, JsonElement ports)
    {
        _process = process;
        Ports = ports.EnumerateObject().ToDictionary(port => port.Name, port => port.Value.GetInt32());
    }

    public IReadOnlyDictionary<string, int> Ports { get; }

    /// <exception cref="InvalidOperationException">It did not start; the message has what it said.</exception>
    public static async Task<MailServer> StartAsync(string script, params string[] arguments)
    {
        await Servers.InstallAsync();
        var process = Process.Start(new ProcessStartInfo("node", [script, .. arguments])
        {
            WorkingDirectory = Servers.Folder,
            RedirectStandardInput = true, // The server ends when this does, even if the tests are killed.
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        try
        {
            return new MailServer(process, await PortsAsync(process, script));
        }
        catch
        {
            process.Kill();
            process.Dispose();
            throw;
        }
    }

    /// <summary>The next line that the server says.</summary>
    public async Task<JsonElement> ReadAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(StartLimit);
        var line = await _process.StandardOutput.ReadLineAsync(limit.Token) ?? throw new InvalidOperationException("The mail server has ended.");
        return JsonSerializer.Deserialize<JsonElement>(line);
    }

    public async ValueTask DisposeAsync()
    {
        using var limit = new CancellationTokenSource(StopLimit);
        _process.StandardInput.Close();
        try
        {
            await _process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private static async Task<JsonElement> PortsAsync(Process process, string script)
    {
        using var limit = new CancellationTokenSource(StartLimit);
        var error = process.StandardError.ReadToEndAsync(CancellationToken.None);
        while (await process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
        {
            if (line.StartsWith('{'))
                return JsonSerializer.Deserialize<JsonElement>(line);
        }

        throw new InvalidOperationException($"The mail server {script} did not start: {await error}");
    }
}
