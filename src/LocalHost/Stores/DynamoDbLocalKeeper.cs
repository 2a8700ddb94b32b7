using Nots.Emulators;

namespace Nots.LocalHost.Stores;

/// <summary>A DynamoDB Local in a folder of its own, which can be started again at the same address.</summary>
internal sealed class DynamoDbLocalKeeper : IAsyncDisposable
{
    private readonly string _folder;
    private DynamoDbLocalProcess _process;

    private DynamoDbLocalKeeper(string folder, DynamoDbLocalProcess process) => (_folder, _process) = (folder, process);

    public Uri Endpoint => _process.Endpoint;

    public int GuardProcessId => _process.GuardProcessId;

    /// <summary>Completes when it has ended.</summary>
    public Task Exited => _process.Exited;

    /// <summary>What it said last.</summary>
    public string LastWords => _process.LastWords;

    /// <exception cref="EmulatorException">It cannot be started.</exception>
    public static async Task<DynamoDbLocalKeeper> StartAsync(string folder, CancellationToken cancellationToken) =>
        new(folder, await DynamoDbLocalProcess.StartAsync(folder, cancellationToken: cancellationToken));

    /// <summary>Starts it again after it has ended.</summary>
    /// <exception cref="EmulatorException">It cannot be started.</exception>
    public async Task StartAgainAsync(CancellationToken cancellationToken)
    {
        await _process.DisposeAsync();
        _process = await DynamoDbLocalProcess.StartAsync(_folder, Endpoint.Port, cancellationToken: cancellationToken);
    }

    public ValueTask DisposeAsync() => _process.DisposeAsync();
}
