using Nots.Emulators;

namespace Nots.LocalHost.Emulation;

internal sealed class DynamoDbLocalKeeper : IEmulatorKeeper, IAsyncDisposable
{
    private readonly string _folder;
    private DynamoDbLocalProcess _process;

    private DynamoDbLocalKeeper(string folder, DynamoDbLocalProcess process) => (_folder, _process) = (folder, process);

    public string Name => "DynamoDB Local";

    public Uri Endpoint => _process.Endpoint;

    public int GuardProcessId => _process.GuardProcessId;

    public Task Exited => _process.Exited;

    public string LastWords => _process.LastWords;

    /// <exception cref="EmulatorException">It cannot be started.</exception>
    public static async Task<DynamoDbLocalKeeper> StartAsync(string folder, CancellationToken cancellationToken) =>
        new(folder, await DynamoDbLocalProcess.StartAsync(folder, cancellationToken: cancellationToken));

    public async Task StartAgainAsync(CancellationToken cancellationToken)
    {
        await _process.DisposeAsync();
        _process = await DynamoDbLocalProcess.StartAsync(_folder, Endpoint.Port, cancellationToken: cancellationToken);
    }

    public ValueTask DisposeAsync() => _process.DisposeAsync();
}
