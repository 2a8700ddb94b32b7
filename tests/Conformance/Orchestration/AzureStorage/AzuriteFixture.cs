using Nots.Conformance.Tests.Orchestration.AzureStorage;
using Nots.Emulators;

[assembly: AssemblyFixture(typeof(AzuriteFixture))]

namespace Nots.Conformance.Tests.Orchestration.AzureStorage;

/// <summary>One Azurite, in memory, for all tests of this assembly; each makes a task hub of its own in it.</summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    private AzuriteProcess? _process;

    internal static AzuriteFixture Current { get; private set; } = null!;

    internal string ConnectionString => _process!.ConnectionString;

    public async ValueTask InitializeAsync()
    {
        _process = await AzuriteProcess.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        Current = this;
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
            await _process.DisposeAsync();
    }
}
