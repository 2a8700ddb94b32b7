using System.Diagnostics;
using System.Reflection;
using Nots.Journeys;
using Nots.Journeys.Hosting;

namespace Nots.Host.Bench;

/// <summary>
/// The platform as its users run it, a process of its own with its simulator, on free ports and in an empty folder. Limits are out
/// of the way, and the line a request stays in the log, which goes nowhere. Killed at the end: its data is not kept.
/// </summary>
internal sealed class PlatformProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private static readonly string Program = typeof(PlatformProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "LocalHost").Value!;

    private readonly string _folder;
    private readonly Process _process;

    private PlatformProcess(string folder, Process process, Uri address, Uri stripe)
    {
        (_folder, _process, Address, StripeAddress) = (folder, process, address, stripe);
        Http = new HttpClient { BaseAddress = address };
        StripeHttp = new HttpClient { BaseAddress = stripe };
    }

    public Uri Address { get; }

    public HttpClient Http { get; }

    public DevelopmentClient Nots => new(Http);

    public StripeClient Stripe => new(StripeHttp);

    /// <summary>Memory of its own process in bytes, the simulator's not counted.</summary>
    public long WorkingSet
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>Processor time of its own process, the simulator's not counted.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    public Uri StripeAddress { get; }

    private HttpClient StripeHttp { get; }

    /// <summary>Starts one and waits until it can serve.</summary>
    /// <param name="settings">As in the environment.</param>
    public static async Task<PlatformProcess> StartAsync(params (string Name, string Value)[] settings)
    {
        var platform = Launch(Directory.CreateTempSubdirectory("nots-bench-").FullName, settings);
        await platform.AnswersAsync("/health/ready");
        return platform;
    }

    /// <summary>Kills it and starts it again on its data.</summary>
    /// <returns>How long until it answered its first request.</returns>
    public async Task<TimeSpan> StartAgainAsync(string path)
    {
        await StopAsync();
        var started = Stopwatch.GetTimestamp();
        _process.Start();
        _process.BeginOutputReadLine();
        await AnswersAsync(path);
        return Stopwatch.GetElapsedTime(started);
    }

    private static PlatformProcess Launch(string folder, params (string Name, string Value)[] settings)
    {
        var ports = FreePorts.Take(2);
        var (address, stripe) = (new Uri($"http://127.0.0.1:{ports[0]}"), new Uri($"http://127.0.0.1:{ports[1]}"));
        var start = new ProcessStartInfo(
            "dotnet",
            [Program, "--urls", address.GetLeftPart(UriPartial.Authority), "--stripe-urls", stripe.GetLeftPart(UriPartial.Authority), "--data", Path.Combine(folder, "data")])
        {
            RedirectStandardOutput = true,
        };
        foreach (var limit in (string[])["AnonymousPerHour", "UserPerHour", "StaffPerHour"])
            start.Environment[$"Nots__Limits__{limit}"] = "2000000000";
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, _) => { };
        process.Start();
        process.BeginOutputReadLine();
        return new PlatformProcess(folder, process, address, stripe);
    }

    /// <summary>Waits for a good answer.</summary>
    private async Task AnswersAsync(string path)
    {
        var started = Stopwatch.GetTimestamp();
        while (!await AnswersOnceAsync(path))
        {
            if (_process.HasExited || Stopwatch.GetElapsedTime(started) > Patience)
                throw new InvalidOperationException($"The platform does not answer {path}.");
            await Task.Delay(2);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Http.Dispose();
        StripeHttp.Dispose();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task StopAsync()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.CancelOutputRead();
    }

    private async Task<bool> AnswersOnceAsync(string path)
    {
        try
        {
            using var answer = await Http.GetAsync(new Uri(path, UriKind.Relative));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
