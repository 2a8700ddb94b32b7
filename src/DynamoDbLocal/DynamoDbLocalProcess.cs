using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace Nots.DynamoDbLocal;

/// <summary>
/// A DynamoDB Local of our own (Amazon's, from <c>tools/dynamodb-local</c>) on a free port of this machine. It ends with this object
/// and with this process, even when that is killed. It takes any access key of letters and digits.
/// </summary>
public sealed class DynamoDbLocalProcess : IAsyncDisposable
{
    /// <summary>In the data folder: held for as long as a DynamoDB Local has its file.</summary>
    public const string LockFile = "local.lock";

    private const int LinesKept = 20;
    private const int MostPorts = 3;

    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly Process _guard;
    private readonly ConcurrentQueue<string> _lastLines = new();
    private int _disposed;

    private DynamoDbLocalProcess(Process guard, Uri endpoint)
    {
        (_guard, Endpoint) = (guard, endpoint);
        guard.OutputDataReceived += (_, line) => Keep(line.Data);
        guard.ErrorDataReceived += (_, line) => Keep(line.Data);
        guard.BeginOutputReadLine();
        guard.BeginErrorReadLine();
        Exited = guard.WaitForExitAsync();
    }

    /// <summary>Where it answers: http on the loopback interface.</summary>
    public Uri Endpoint { get; }

    /// <summary>Of the guard, whose only child it is.</summary>
    public int GuardProcessId => _guard.Id;

    /// <summary>Completes when it has ended.</summary>
    public Task Exited { get; }

    /// <summary>What it said last, for a message.</summary>
    public string LastWords => string.Join(Environment.NewLine, _lastLines);

    /// <summary>Starts one and waits until it answers.</summary>
    /// <param name="dataFolder">Where its file is, made if need be; null to keep everything in memory.</param>
    /// <param name="port">Where it listens; null for a free port.</param>
    /// <param name="time">The clock of the wait; null for the system's.</param>
    /// <param name="cancellationToken">Gives up the wait, and ends it.</param>
    /// <exception cref="DynamoDbLocalException">There is no Java or no DynamoDB Local, or it did not start.</exception>
    public static async Task<DynamoDbLocalProcess> StartAsync(
        string? dataFolder = null, int? port = null, TimeProvider? time = null, CancellationToken cancellationToken = default)
    {
        var jar = Installation.Find();
        await RequireJavaAsync(cancellationToken);
        if (dataFolder is not null)
            dataFolder = Directory.CreateDirectory(dataFolder).FullName;
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await StartAsync(jar, dataFolder, port ?? FreePort(), time ?? TimeProvider.System, cancellationToken);
            }
            catch (DynamoDbLocalException) when (port is null && tries < MostPorts)
            {
                // Somebody else may have taken the port that was free.
            }
        }
    }

    /// <summary>Stops it. Whatever it acknowledged is in its file, if it has one.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 1)
            return;
        _guard.StandardInput.Close();
        try
        {
            await Exited.WaitAsync(StopTimeout);
        }
        catch (TimeoutException)
        {
            _guard.Kill(entireProcessTree: true);
            await Exited;
        }

        _guard.Dispose();
    }

    private static async Task<DynamoDbLocalProcess> StartAsync(string jar, string? dataFolder, int port, TimeProvider time, CancellationToken cancellationToken)
    {
        string[] guarded = [dataFolder is null ? Guard.NoLock : Path.Combine(dataFolder, LockFile), .. Arguments(dataFolder, port)];
        var local = new DynamoDbLocalProcess(Process.Start(Guarded(jar, guarded))!, new Uri($"http://127.0.0.1:{port}"));
        try
        {
            await local.AnswersAsync(time, cancellationToken);
            return local;
        }
        catch
        {
            await local.DisposeAsync();
            throw;
        }
    }

    private static IEnumerable<string> Arguments(string? dataFolder, int port) =>
    [
        "java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Djava.library.path=./DynamoDBLocal_lib", "-jar", Installation.Jar,
        "-sharedDb", "-disableTelemetry", "-port", $"{port}", .. dataFolder is null ? (string[])["-inMemory"] : ["-dbPath", dataFolder],
    ];

    private static ProcessStartInfo Guarded(string folder, IEnumerable<string> arguments) =>
        new(DotNet(), [Path.Combine(AppContext.BaseDirectory, "Nots.DynamoDbLocal.dll"), .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

    /// <summary>The <c>dotnet</c> that runs this process, which need not be on the path.</summary>
    private static string DotNet() => Path.GetFullPath(
        Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));

    private static async Task RequireJavaAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var java = Process.Start(new ProcessStartInfo("java", ["-version"]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
            await java.StandardError.ReadToEndAsync(cancellationToken);
            await java.WaitForExitAsync(cancellationToken);
        }
        catch (Win32Exception fault)
        {
            throw new DynamoDbLocalException("DynamoDB Local needs Java 17 or newer, and there is no 'java' on the path: install one (https://adoptium.net).", fault);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>To a request without a signature it says that it is a bad one; that is an answer.</summary>
    private async Task AnswersAsync(TimeProvider time, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        var started = time.GetTimestamp();
        while (time.GetElapsedTime(started) < StartTimeout)
        {
            if (Exited.IsCompleted)
                throw new DynamoDbLocalException($"DynamoDB Local ended while it started:{Environment.NewLine}{LastWords}");
            try
            {
                using var answer = await http.GetAsync(Endpoint, cancellationToken);
                return;
            }
            catch (Exception fault) when (fault is HttpRequestException || (fault is TaskCanceledException && !cancellationToken.IsCancellationRequested))
            {
                await Task.Delay(Pause, time, cancellationToken);
            }
        }

        throw new DynamoDbLocalException($"DynamoDB Local did not answer within {StartTimeout.TotalSeconds} s:{Environment.NewLine}{LastWords}");
    }

    private void Keep(string? line)
    {
        if (string.IsNullOrWhiteSpace(line))
            return;
        _lastLines.Enqueue(line);
        while (_lastLines.Count > LinesKept)
            _lastLines.TryDequeue(out _);
    }
}
