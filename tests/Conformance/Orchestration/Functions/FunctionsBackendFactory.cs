using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Nots.Functions.StandInHost;
using Nots.Functions.StandInHost.Durable;

namespace Nots.Conformance.Tests.Orchestration.Functions;

/// <summary>
/// The Functions worker with its durable extension, and the client that functions get, behind the stand-in for the Functions host. The
/// worker is in this process; its protocol is the host's.
/// </summary>
public sealed class FunctionsBackendFactory : IBackendFactory
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("nots-functions-");

    public bool TakesClock => true;

    public TimeSpan TimerPrecision => TimeSpan.Zero;

    public async Task<IRunningBackend> StartAsync(Action<DurableTaskRegistry> register, TimeProvider time)
    {
        var backend = DurableBackend.Sqlite(Path.Combine(_folder.FullName, "durable.db"), time);
        // What the extension refuses, the operations of the API make up for: tests/Functions.EndToEnd tries that.
        var options = StandInHostOptions.ForTasks(register, backend) with { Time = time, RefusesControls = false };
        var host = await StandInFunctionsHost.StartAsync(options, TestContext.Current.CancellationToken);
        var services = new ServiceCollection().AddLogging();
        services.AddDurableTaskClient(client => client.UseGrpc(host.DurableAddress.ToString()));
        return new Running(host, services.BuildServiceProvider());
    }

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    private sealed class Running(StandInFunctionsHost host, ServiceProvider services) : IRunningBackend
    {
        public DurableTaskClient Client { get; } = services.GetRequiredService<DurableTaskClient>();

        public Task KillAsync() => host.KillAsync();

        public async ValueTask DisposeAsync()
        {
            await services.DisposeAsync();
            await host.DisposeAsync();
        }
    }
}
