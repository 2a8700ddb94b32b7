using System.Collections.Immutable;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Core.FunctionMetadata;
using Microsoft.Azure.Functions.Worker.Extensions.DurableTask;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Nots.Functions.StandInHost.Worker;

/// <summary>
/// The Functions worker and its durable extension in this process, with orchestrators and activities that a test wrote: everything between
/// the backend and them is what a function app has, but for the process.
/// </summary>
public sealed class RegistryWorker : IWorker
{
    private readonly IHost _host;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private RegistryWorker(IHost host) => _host = host;

    public Task Ended => _ended.Task;

    /// <param name="register">Adds what it runs.</param>
    /// <param name="start">What it needs in order to connect.</param>
    public static RegistryWorker Start(Action<DurableTaskRegistry> register, WorkerStart start)
    {
        // The worker asks the process for it, and there is nothing to find there.
        Environment.SetEnvironmentVariable("FUNCTIONS_APPLICATION_DIRECTORY", AppContext.BaseDirectory);
        var host = new HostBuilder()
            .ConfigureAppConfiguration(configuration => configuration.AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Functions:Worker:HostEndpoint"] = start.Host.ToString(),
                ["Functions:Worker:WorkerId"] = start.WorkerId,
                ["Functions:Worker:RequestId"] = Guid.NewGuid().ToString(),
                ["Functions:Worker:GrpcMaxMessageLength"] = $"{int.MaxValue}",
            }))
            .ConfigureFunctionsWorkerDefaults(worker =>
            {
                new DurableTaskExtensionStartup().Configure(worker);
                worker.ConfigureDurableWorker().AddTasks(register);
            })
            .ConfigureServices(services => services.AddSingleton<IFunctionMetadataProvider, NoFunctions>())
            .ConfigureLogging(logging => logging.ClearProviders())
            .Build();
        var worker = new RegistryWorker(host);
        _ = worker.RunAsync(start.Log);
        return worker;
    }

    /// <summary>What it was doing goes on, for a thread cannot be killed; whatever comes of it is lost.</summary>
    public void Kill() => _ended.TrySetResult();

    public async ValueTask DisposeAsync()
    {
        Kill();
        using var atOnce = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await _host.StopAsync(atOnce.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _host.Dispose();
    }

    private async Task RunAsync(Action<string?> log)
    {
        try
        {
            await _host.StartAsync();
            await _host.WaitForShutdownAsync();
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            log(fault.ToString());
        }
        finally
        {
            Kill();
        }
    }

    /// <summary>The durable extension adds the registered ones.</summary>
    private sealed class NoFunctions : IFunctionMetadataProvider
    {
        public Task<ImmutableArray<IFunctionMetadata>> GetFunctionMetadataAsync(string directory) => Task.FromResult(ImmutableArray<IFunctionMetadata>.Empty);
    }
}
