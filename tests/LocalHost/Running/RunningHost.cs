using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Reflection;
using System.Text.RegularExpressions;
using Nots.Emulators;

namespace Nots.LocalHost.Tests.Running;

/// <summary>
/// The platform as a process of its own, on ports and in a data folder of its own, with its Stripe simulator. It can be killed
/// and started again on the same data.
/// </summary>
public sealed partial class RunningHost : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static readonly string Program = typeof(RunningHost).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "LocalHost").Value!;

    private static readonly ConcurrentDictionary<int, byte> Given = new();

    private readonly ConcurrentQueue<string> _log = new();
    private readonly (string Name, string Value)[] _settings;
    private Process? _process;

    private RunningHost((string Name, string Value)[] settings)
    {
        _settings = settings;
        DataFolder = Directory.CreateTempSubdirectory("nots-").FullName;
        Address = new Uri($"http://127.0.0.1:{FreePort()}");
        StripeAddress = new Uri($"http://127.0.0.1:{FreePort()}");
        Http = new HttpClient { BaseAddress = Address };
        Stripe = new StripeDesk(StripeAddress);
        Nots = new Desk(Http);
    }

    public Uri Address { get; }

    public Uri StripeAddress { get; }

    public string DataFolder { get; }

    /// <summary>Without a token.</summary>
    public HttpClient Http { get; }

    public Desk Nots { get; }

    public StripeDesk Stripe { get; }

    /// <summary>Everything that the process has written.</summary>
    public string Log => string.Join(Environment.NewLine, _log);

    public int ProcessId => _process!.Id;

    /// <summary>Starts one with an empty data folder and waits until it is ready.</summary>
    /// <param name="settings">As in the environment, such as <c>Nots__PaymentHold</c>. Limits are out of the way unless set.</param>
    public static async Task<RunningHost> StartAsync(params (string Name, string Value)[] settings)
    {
        var host = new RunningHost(settings);
        try
        {
            await host.StartAgainAsync();
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>Gives one its folder and addresses, and starts nothing yet.</summary>
    public static RunningHost Prepare(params (string Name, string Value)[] settings) => new(settings);

    /// <summary>Starts the program with arguments that it is expected to refuse, and tells how it ended.</summary>
    public static async Task<(int ExitCode, string Output)> RunToEndAsync(string[] arguments, params (string Name, string Value)[] settings)
    {
        using var process = new Process { StartInfo = StartInfo(arguments, settings) };
        process.Start();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
        return (process.ExitCode, await output + await errors);
    }

    /// <summary>Starts it on its data, after it was killed or stopped, and waits until it is ready.</summary>
    /// <param name="settings">In addition to the ones that it had at first.</param>
    public async Task StartAgainAsync(params (string Name, string Value)[] settings)
    {
        Launch(settings);
        await Until.TrueAsync(ReadyAsync, "the host is ready", () => Log);
    }

    /// <summary>Starts it on its data and waits for nothing.</summary>
    /// <param name="settings">In addition to the ones that it had at first.</param>
    public void Launch(params (string Name, string Value)[] settings)
    {
        _process?.Dispose();
        _process = new Process { StartInfo = StartInfo(["--urls", Base(Address), "--stripe-urls", Base(StripeAddress), "--data", DataFolder], [.. _settings, .. settings]) };
        _process.OutputDataReceived += (_, line) => Write(line.Data);
        _process.ErrorDataReceived += (_, line) => Write(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary><c>kill -9</c>, and waits for the simulator beside it to be gone as well, unless told not to.</summary>
    public async Task KillAsync(bool andWaitForTheSimulator = true)
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
        if (andWaitForTheSimulator)
            await Until.TrueAsync(async () => !await Stripe.AnswersAsync(), "the simulator is gone with its host", () => Log);
    }

    /// <summary><c>kill -9</c> of the simulator alone, which its host starts again; nothing where it is not there yet.</summary>
    public async Task KillSimulatorAsync()
    {
        if (SimulatorProcessId().Matches(Log) is not [.., var last])
            return;
        try
        {
            using var simulator = Process.GetProcessById(int.Parse(last.Groups[1].Value, CultureInfo.InvariantCulture));
            simulator.Kill();
            await simulator.WaitForExitAsync();
        }
        catch (ArgumentException)
        {
            // It ended by itself meanwhile.
        }
    }

    /// <summary>Asks it to stop as Ctrl-C does, and gives its exit code.</summary>
    public async Task<int> StopAsync()
    {
        using var interrupt = Process.Start("kill", ["-TERM", $"{ProcessId}"]);
        await interrupt.WaitForExitAsync();
        using var patience = new CancellationTokenSource(Patience);
        await _process!.WaitForExitAsync(patience.Token);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            if (!_process.HasExited)
                _process.Kill();
            await _process.WaitForExitAsync();
            await Until.TrueAsync(async () => !await Stripe.AnswersAsync(), "the simulator is gone with its host", () => Log);
            _process.Dispose();
        }
        Http.Dispose();
        Stripe.Dispose();
        await Until.TrueAsync(() => Task.FromResult(!DynamoDbLocalRuns()), "DynamoDB Local is gone with its host", () => Log);
        await Until.TrueAsync(() => Task.FromResult(!AzuriteRuns()), "Azurite is gone with its host", () => Log);
        Directory.Delete(DataFolder, recursive: true);
    }

    /// <summary>Whether a DynamoDB Local still has its file in the data folder, one that the host started.</summary>
    public bool DynamoDbLocalRuns() => IsHeld(Path.Combine(DataFolder, "dynamodb", DynamoDbLocalProcess.LockFile));

    /// <summary>Whether an Azurite still has its files in the data folder, one that the host started.</summary>
    public bool AzuriteRuns() => IsHeld(Path.Combine(DataFolder, "azurite", AzuriteProcess.LockFile));

    private static bool IsHeld(string held)
    {
        if (!File.Exists(held))
            return false;
        try
        {
            using var file = new FileStream(held, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    private static string Base(Uri address) => address.ToString().TrimEnd('/');

    private static ProcessStartInfo StartInfo(string[] arguments, (string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [Program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var inherited in start.Environment.Keys.Where(name => name.StartsWith("Nots__", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(inherited);
        start.Environment["Logging__LogLevel__Nots.Api.Pipeline"] = "Warning";
        start.Environment["Nots__Limits__AnonymousPerHour"] = "1000000";
        start.Environment["Nots__Limits__UserPerHour"] = "1000000";
        start.Environment["Nots__Limits__StaffPerHour"] = "1000000";
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        return start;
    }

    /// <summary>One that no other host of this run was given: the system may offer a port again before somebody listens on it.</summary>
    public static int FreePort()
    {
        while (true)
        {
            using var listener = new TcpListener(IPAddress.Loopback, 0);
            listener.Start();
            var port = ((IPEndPoint)listener.LocalEndpoint).Port;
            if (Given.TryAdd(port, 0))
                return port;
        }
    }

    private async Task<bool> ReadyAsync()
    {
        if (_process!.HasExited)
            throw new InvalidOperationException($"The host ended with exit code {_process.ExitCode}:{Environment.NewLine}{Log}");
        try
        {
            using var answer = await Http.GetAsync("/health/ready");
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private void Write(string? line)
    {
        if (line is not null)
            _log.Enqueue(line);
    }

    /// <summary>As the host says.</summary>
    [GeneratedRegex(@"The Stripe simulator is process (\d+)")]
    private static partial Regex SimulatorProcessId();
}
