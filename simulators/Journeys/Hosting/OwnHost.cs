using Spectre.Console;

namespace Nots.Journeys.Hosting;

/// <summary>
/// A platform for one demo: on free ports, with an empty data folder, and with policies so short that every scenario ends within
/// a minute. It is stopped, and its folder removed, when it is disposed of.
/// </summary>
public sealed class OwnHost : IAsyncDisposable
{
    private const string Project = "src/LocalHost/Nots.LocalHost.csproj";
    private const int LinesOfLog = 20;

    private static readonly TimeSpan ReadyWithin = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(200);

    private readonly DirectoryInfo _folder;
    private readonly HostProcess _process;
    private bool _kept;

    private OwnHost(DirectoryInfo folder, HostProcess process, Uri url, Uri stripe)
    {
        (_folder, _process, Url, Stripe) = (folder, process, url, stripe);
    }

    /// <summary>What is shortened. The hold leaves time to pay with three cards; nothing else waits for it but the row that does not pay.</summary>
    public static IReadOnlyDictionary<string, string> ShortPolicies { get; } = new Dictionary<string, string>
    {
        ["Nots__PaymentHold"] = "00:00:15",
        ["Nots__MinimumNotice"] = "00:00:00",
        ["Nots__FreeWaiting"] = "00:00:01",
        ["Nots__AirportFreeWaiting"] = "00:00:01",
    };

    public Uri Url { get; }

    public Uri Stripe { get; }

    /// <param name="store">What it keeps its table in: <c>sqlite</c> or <c>dynamodb</c>.</param>
    /// <param name="say">Where to say what goes on.</param>
    /// <param name="time">The clock of its being waited for.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="UnreachableHostException">It cannot be built, ended by itself, or was not ready in time; the message has its last words.</exception>
    public static async Task<OwnHost> StartAsync(string store, IAnsiConsole say, TimeProvider time, CancellationToken cancellationToken)
    {
        var project = Repository.Find(Project)
            ?? throw new UnreachableHostException($"--start needs the repository: there is no {Project} here or above.");
        say.WriteLine("Building the platform.");
        var program = await HostBuild.RunAsync(project, cancellationToken);
        var ports = FreePorts.Take(2);
        var (url, stripe) = (new Uri($"http://127.0.0.1:{ports[0]}"), new Uri($"http://127.0.0.1:{ports[1]}"));
        var folder = Directory.CreateTempSubdirectory("nots-demo-");
        say.WriteLine($"Starting the platform on {url}, its table in {store}, with {string.Join(' ', ShortPolicies.Select(policy => $"{policy.Key}={policy.Value}"))}.");
        var host = new OwnHost(folder, HostProcess.Start(
            program,
            ["--urls", Plain(url), "--data", Path.Combine(folder.FullName, "data"), "--stripe-urls", Plain(stripe), "--store", store],
            ShortPolicies,
            Path.Combine(folder.FullName, "host.log")), url, stripe);
        try
        {
            await host.ReadyAsync(time, cancellationToken);
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>Leaves log and data where they are, for somebody to look at.</summary>
    /// <returns>The folder.</returns>
    public string Keep()
    {
        _kept = true;
        return _folder.FullName;
    }

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        if (!_kept)
            _folder.Delete(recursive: true);
    }

    private async Task ReadyAsync(TimeProvider time, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = Url, Timeout = TimeSpan.FromSeconds(5) };
        var end = time.GetUtcNow() + ReadyWithin;
        while (!await IsReadyAsync(http, cancellationToken))
        {
            if (_process.HasExited)
                throw new UnreachableHostException($"The platform ended by itself. Its last words:\n{_process.LastLines(LinesOfLog)}");
            if (time.GetUtcNow() >= end)
                throw new UnreachableHostException($"The platform was not ready within {ReadyWithin.TotalMinutes:0} minutes. Its last words:\n{_process.LastLines(LinesOfLog)}");
            await Task.Delay(BetweenLooks, time, cancellationToken);
        }
    }

    private static async Task<bool> IsReadyAsync(HttpClient http, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri("/health/ready", UriKind.Relative), cancellationToken);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception fault) when (fault is HttpRequestException || (fault is TaskCanceledException && !cancellationToken.IsCancellationRequested))
        {
            // Not listening yet, or too busy starting to answer: both are what is waited out here.
            return false;
        }
    }

    private static string Plain(Uri url) => url.GetLeftPart(UriPartial.Authority);
}
