using Nots.Emulators;

namespace Nots.LocalHost.Emulation;

internal sealed class AzuriteKeeper : IEmulatorKeeper, IAsyncDisposable
{
    private readonly string _folder;
    private AzuriteProcess _process;

    private AzuriteKeeper(string folder, AzuriteProcess process) => (_folder, _process) = (folder, process);

    public string Name => "Azurite";

    public string ConnectionString => _process.ConnectionString;

    /// <summary>Of blobs, queues and tables.</summary>
    public IReadOnlyList<int> Ports => _process.Ports;

    public int GuardProcessId => _process.GuardProcessId;

    public Task Exited => _process.Exited;

    public string LastWords => _process.LastWords;

    /// <exception cref="EmulatorException">It cannot be started.</exception>
    public static async Task<AzuriteKeeper> StartAsync(string folder, CancellationToken cancellationToken) =>
        new(folder, await AzuriteProcess.StartAsync(folder, cancellationToken: cancellationToken));

    public async Task StartAgainAsync(CancellationToken cancellationToken)
    {
        await _process.DisposeAsync();
        _process = await AzuriteProcess.StartAsync(_folder, Ports, cancellationToken: cancellationToken);
    }

    public ValueTask DisposeAsync() => _process.DisposeAsync();
}
