using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Nots.Durable.TaskHub;

namespace Nots.Conformance.Tests.Orchestration;

/// <summary>The worker and the client of <see cref="Nots.Durable.TaskHub"/> over a backend in this process.</summary>
public abstract class TaskHubBackendFactory : IBackendFactory
{
    /// <summary>Of a token that says: stop at once.</summary>
    private static readonly CancellationToken AtOnce = new(canceled: true);

    public abstract bool TakesClock { get; }

    public abstract TimeSpan TimerPrecision { get; }

    public async Task<IRunningBackend> StartAsync(Action<DurableTaskRegistry> register, TimeProvider time)
    {
        var services = new ServiceCollection();
        services.AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance).AddSingleton(TakesClock ? time : TimeProvider.System);
        AddBackend(services);
        services.AddDurableTaskWorker(worker => worker.UseTaskHub().AddTasks(register));
        services.AddDurableTaskClient(client => client.UseTaskHub());
        var provider = services.BuildServiceProvider();
        await Task.WhenAll(provider.GetServices<IHostedService>().Select(service => service.StartAsync(TestContext.Current.CancellationToken)));
        return new Running(provider);
    }

    public abstract ValueTask DisposeAsync();

    /// <summary>Registers a backend on this factory's state.</summary>
    protected abstract void AddBackend(IServiceCollection services);

    private sealed class Running(ServiceProvider provider) : IRunningBackend
    {
        private bool _stopped;

        public DurableTaskClient Client { get; } = provider.GetRequiredService<DurableTaskClient>();

        public Task KillAsync() => StopAsync(AtOnce);

        public async ValueTask DisposeAsync()
        {
            if (!_stopped)
                await StopAsync(CancellationToken.None);
            await provider.DisposeAsync();
        }

        private async Task StopAsync(CancellationToken cancellationToken)
        {
            _stopped = true;
            await Task.WhenAll(provider.GetServices<IHostedService>().Select(service => service.StopAsync(cancellationToken)));
        }
    }
}
