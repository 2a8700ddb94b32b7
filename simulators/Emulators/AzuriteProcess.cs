namespace Nots.Emulators;

/// <summary>
/// An Azurite of our own (Microsoft's emulator of Azure Storage, from <c>tools/azurite</c>) on free ports of this machine: blobs,
/// queues and tables. It ends with this object and with this process, even when that is killed.
/// </summary>
/// <remarks>It keeps its files every five seconds and when it ends. Whatever it acknowledged outlives its user, but not a crash of the machine.</remarks>
public sealed class AzuriteProcess : IAsyncDisposable
{
    /// <summary>In the data folder: held for as long as an Azurite has its files.</summary>
    public const string LockFile = "azurite.lock";

    /// <summary>The account that every Azurite has.</summary>
    public const string AccountName = "devstoreaccount1";

    /// <summary>The account's key, which Microsoft publishes: no secret.</summary>
    public const string AccountKey = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private const string Name = "Azurite";
    private const string Project = "tools/azurite";
    private const string Program = "node_modules/azurite/dist/src/azurite.js";

    private static readonly string[] Services = ["blob", "queue", "table"];

    private readonly GuardedProcess _process;

    private AzuriteProcess(GuardedProcess process, IReadOnlyList<Uri> addresses)
    {
        _process = process;
        BlobEndpoint = addresses[0];
        QueueEndpoint = addresses[1];
        TableEndpoint = addresses[2];
        Ports = [.. addresses.Select(address => address.Port)];
    }

    /// <summary>With the account's name in its path, as the others.</summary>
    public Uri BlobEndpoint { get; }

    public Uri QueueEndpoint { get; }

    public Uri TableEndpoint { get; }

    /// <summary>Of blobs, queues and tables, in this order.</summary>
    public IReadOnlyList<int> Ports { get; }

    /// <summary>For any client of Azure Storage.</summary>
    public string ConnectionString =>
        $"DefaultEndpointsProtocol=http;AccountName={AccountName};AccountKey={AccountKey};" +
        $"BlobEndpoint={BlobEndpoint};QueueEndpoint={QueueEndpoint};TableEndpoint={TableEndpoint};";

    /// <summary>Of the guard, whose only child it is.</summary>
    public int GuardProcessId => _process.GuardProcessId;

    /// <summary>Completes when it has ended.</summary>
    public Task Exited => _process.Exited;

    /// <summary>What it said last, for a message.</summary>
    public string LastWords => _process.LastWords;

    /// <summary>Starts one and waits until it answers.</summary>
    /// <param name="dataFolder">Where its files are, made if need be; null to keep everything in memory.</param>
    /// <param name="ports">Where blobs, queues and tables are served; null for free ports.</param>
    /// <param name="time">The clock of the wait; null for the system's.</param>
    /// <param name="cancellationToken">Gives up the wait, and ends it.</param>
    /// <exception cref="EmulatorException">There is no Node or no Azurite, or it did not start.</exception>
    public static async Task<AzuriteProcess> StartAsync(
        string? dataFolder = null, IReadOnlyList<int>? ports = null, TimeProvider? time = null, CancellationToken cancellationToken = default)
    {
        var folder = Installation.FolderOf(Project, Name);
        if (!File.Exists(Path.Combine(folder, Program)))
            throw Installation.Missing(Project, Name, "--durable azure-storage");
        await GuardedProcess.RequireAsync(
            "node", "--version", $"{Name} needs Node 20 or newer, and there is no 'node' on the path: install one (https://nodejs.org).", cancellationToken);
        if (dataFolder is not null)
            dataFolder = Directory.CreateDirectory(dataFolder).FullName;
        return ports is not null
            ? await StartOnAsync(ports)
            : await FreePorts.TryAsync(Services.Length, StartOnAsync);

        Task<AzuriteProcess> StartOnAsync(IReadOnlyList<int> at) => StartAsync(folder, dataFolder, at, time ?? TimeProvider.System, cancellationToken);
    }

    /// <summary>Stops it.</summary>
    public ValueTask DisposeAsync() => _process.DisposeAsync();

    private static async Task<AzuriteProcess> StartAsync(
        string folder, string? dataFolder, IReadOnlyList<int> ports, TimeProvider time, CancellationToken cancellationToken)
    {
        var process = GuardedProcess.Start(
            Name, folder, dataFolder is null ? null : Path.Combine(dataFolder, LockFile), endsByItself: true, Command(dataFolder, ports));
        try
        {
            IReadOnlyList<Uri> addresses = [.. ports.Select(port => new Uri($"http://127.0.0.1:{port}/{AccountName}"))];
            await process.AnswersAsync(addresses, time, cancellationToken);
            return new AzuriteProcess(process, addresses);
        }
        catch
        {
            await process.DisposeAsync();
            throw;
        }
    }

    /// <remarks>
    /// Node closes a connection that was idle for five seconds, and now and then in the very moment in which a client uses it again; clients
    /// close theirs sooner than in an hour.
    /// </remarks>
    private static IEnumerable<string> Command(string? dataFolder, IReadOnlyList<int> ports) =>
    [
        "node", "--require", "./guarded.cjs", Program, "--silent", "--skipApiVersionCheck", "--disableTelemetry",
        .. dataFolder is null ? (string[])["--inMemoryPersistence"] : ["--location", dataFolder],
        .. Services.Zip(ports).SelectMany(service => (string[])
        [
            $"--{service.First}Host", "127.0.0.1", $"--{service.First}Port", $"{service.Second}", $"--{service.First}KeepAliveTimeout", "3600",
        ]),
    ];
}
