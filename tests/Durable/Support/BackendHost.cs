using System.Diagnostics;
using DurableTask.Core.History;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Nots.Durable.Sqlite;
using Nots.Durable.TaskHub;

namespace Nots.Durable.Tests.Support;

/// <summary>A worker, a client and the backend on a file of its own, which can be stopped, killed and started again, with other code too.</summary>
internal sealed class BackendHost : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("nots-durable-");
    private readonly List<ServiceProvider> _ended = [];
    private Dictionary<string, Action<DurableTaskRegistry>> _orchestrators = [];
    private ServiceProvider? _provider;
    private IHostedService[] _hosted = [];

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public string DatabasePath => Path.Combine(_folder.FullName, "durable.db");

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2031, 3, 1, 9, 0, 0, TimeSpan.Zero));

    /// <summary>The backend's clock, if it is another.</summary>
    public TimeProvider? Clock { get; set; }

    public World World { get; } = new();

    public ILoggerFactory Loggers { get; set; } = NullLoggerFactory.Instance;

    public SqliteOrchestrationServiceOptions Options { get; set; } = new() { DatabasePath = "" };

    public SqliteOrchestrationService Service => _provider!.GetRequiredService<SqliteOrchestrationService>();

    public DurableTaskClient Client => _provider!.GetRequiredService<DurableTaskClient>();

    /// <summary>Takes effect at the next start.</summary>
    public void Define<TInput, TResult>(string name, Func<TaskOrchestrationContext, TInput, Task<TResult>> run) =>
        _orchestrators[name] = registry => registry.AddOrchestratorFunc<TInput, TResult>(name, run);

    /// <summary>Deploys other code: whatever is defined from now on. Takes effect at the next start.</summary>
    public void Redeploy() => _orchestrators = [];

    public async Task StartAsync()
    {
        var services = new ServiceCollection().AddSingleton(Loggers).AddSingleton(typeof(ILogger<>), typeof(Logger<>)).AddSingleton(Clock ?? Time);
        services.AddSqliteOrchestrationService(Options with { DatabasePath = DatabasePath });
        services.AddDurableTaskWorker(worker => worker.UseTaskHub().AddTasks(Register));
        services.AddDurableTaskClient(client => client.UseTaskHub());
        _provider = services.BuildServiceProvider();
        _ended.Add(_provider);
        IHostedService[] starting = [.. _provider.GetServices<IHostedService>()];
        foreach (var hosted in starting)
            await hosted.StartAsync(Token);
        _hosted = starting;
    }

    /// <summary>Stops as a host does, and waits for what runs.</summary>
    public async Task StopAsync()
    {
        foreach (var hosted in _hosted)
            await hosted.StopAsync(Token);
    }

    /// <summary>Stops in good order, but waits for nobody, and starts another.</summary>
    public async Task RestartAsync()
    {
        await StopWorkerAsync();
        await Service.StopAsync();
        await StartAsync();
    }

    /// <summary>Ends the backend as a killed process would, and starts another.</summary>
    public async Task CrashAsync()
    {
        while (true)
        {
            await Service.KillAsync();
            await StopWorkerAsync();
            try
            {
                await StartAsync();
                return;
            }
            catch (BackendStoppedException)
            {
                // The next crash came in the midst of the start.
            }
        }
    }

    public Task<string> ScheduleAsync(string orchestrator, string instanceId, object? input = null) =>
        Client.ScheduleNewOrchestrationInstanceAsync(orchestrator, input, new StartOrchestrationOptions(instanceId), Token);

    public Task<OrchestrationMetadata> EndedAsync(string instanceId) => UntilAsync(instanceId, instance => instance.IsCompleted);

    public Task<OrchestrationMetadata> UntilAsync(string instanceId, OrchestrationRuntimeStatus status) =>
        UntilAsync(instanceId, instance => instance.RuntimeStatus == status);

    public async Task<OrchestrationMetadata> UntilAsync(string instanceId, Func<OrchestrationMetadata, bool> isWanted)
    {
        OrchestrationMetadata? last = null;
        await UntilAsync(
            async () => (last = await Client.GetInstanceAsync(instanceId, getInputsAndOutputs: true, Token)) is { } instance && isWanted(instance), () => $"{last}");
        return last!;
    }

    /// <summary>Waits until this is so; fails after twenty seconds.</summary>
    public static async Task UntilAsync(Func<Task<bool>> isSo, Func<string>? describe = null)
    {
        var watch = Stopwatch.StartNew();
        while (!await isSo())
        {
            if (watch.Elapsed > TimeSpan.FromSeconds(20))
                Assert.Fail($"Waited in vain. {describe?.Invoke()}");
            await Task.Delay(TimeSpan.FromMilliseconds(2), Token);
        }
    }

    public static Task UntilAsync(Func<bool> isSo) => UntilAsync(() => Task.FromResult(isSo()));

    /// <summary>Waits until the instance's history has this many events of this type.</summary>
    public Task HistoryAsync(string instanceId, EventType type, int count = 1) => UntilAsync(async () =>
        (await TypesAsync(instanceId)).Count(found => found == type) >= count);

    /// <summary>What the history holds, but for the beginnings and ends of turns.</summary>
    public async Task<IReadOnlyList<EventType>> TypesAsync(string instanceId) => [.. (await Client.GetOrchestrationHistoryAsync(instanceId, Token))
        .Select(happened => happened.EventType).Where(type => type is not (EventType.OrchestratorStarted or EventType.OrchestratorCompleted))];

    public async ValueTask DisposeAsync()
    {
        await StopWorkerAsync();
        foreach (var provider in _ended)
            await provider.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private void Register(DurableTaskRegistry registry)
    {
        registry.AddActivityFunc<string, string>(World.Activity, (_, input) => World.WorkAsync(input));
        foreach (var orchestrator in _orchestrators.Values)
            orchestrator(registry);
    }

    /// <summary>Tells the dispatchers to stop, and does not wait for work that never ends.</summary>
    private async Task StopWorkerAsync()
    {
        foreach (var hosted in _hosted)
            await hosted.StopAsync(new CancellationToken(canceled: true));
        _hosted = [];
    }
}
