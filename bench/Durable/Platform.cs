using System.Diagnostics;
using DurableTask.Core;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Nots.Durable.TaskHub;

namespace Nots.Durable.Bench;

/// <summary>A worker and a client on a backend, with two orchestrations: activities one after the other that do nothing, and a year's sleep.</summary>
internal sealed class Platform : IAsyncDisposable
{
    private const string NoWork = "no work";

    private readonly ServiceProvider _provider;
    private readonly IHostedService[] _hosted;
    private readonly IOrchestrationServiceClient _backend;
    private readonly DurableTaskClient _client;

    /// <param name="addBackend">Registers the backend under DurableTask.Core's interfaces.</param>
    public Platform(Action<IServiceCollection> addBackend)
    {
        var services = new ServiceCollection().AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance).AddLogging();
        addBackend(services);
        services.AddDurableTaskWorker(worker => worker.UseTaskHub().AddTasks(registry => registry
            .AddOrchestratorFunc<int, int>("steps", StepsAsync)
            .AddOrchestratorFunc<int, int>("sleeps", SleepAsync)
            .AddActivityFunc<int, int>(NoWork, (_, step) => Work(step))));
        services.AddDurableTaskClient(client => client.UseTaskHub());
        _provider = services.BuildServiceProvider();
        _hosted = [.. _provider.GetServices<IHostedService>()];
        _backend = _provider.GetRequiredService<IOrchestrationServiceClient>();
        _client = _provider.GetRequiredService<DurableTaskClient>();
    }

    public Ticks Ticks { get; } = new();

    public async Task StartAsync()
    {
        foreach (var hosted in _hosted)
            await hosted.StartAsync(CancellationToken.None);
    }

    /// <summary>Starts this many orchestrations of so many activities at once, and waits until all have ended.</summary>
    /// <returns>Seconds.</returns>
    public async Task<double> RunAsync(int instances, int activities)
    {
        var run = Guid.NewGuid().ToString("N");
        var started = Stopwatch.GetTimestamp();
        await StartAllAsync("steps", instances, activities, run);
        for (var number = 0; number < instances; number++)
            await _backend.WaitForOrchestrationAsync($"{run}-{number}", null, TimeSpan.FromMinutes(5), CancellationToken.None);
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    /// <summary>Starts this many orchestrations that sleep for a year, and waits until all of them do.</summary>
    public async Task SleepAsync(int instances)
    {
        await StartAllAsync("sleeps", instances, 365, "sleeps");
        while (await _client.GetAllInstancesAsync(new OrchestrationQuery(Statuses: [OrchestrationRuntimeStatus.Pending], PageSize: 1)).AnyAsync())
            await Task.Delay(20);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var hosted in _hosted)
            await hosted.StopAsync(CancellationToken.None);
        await _provider.DisposeAsync();
    }

    private Task<string[]> StartAllAsync(string orchestrator, int instances, int input, string run) => Task.WhenAll(Enumerable.Range(0, instances).Select(
        number => _client.ScheduleNewOrchestrationInstanceAsync(orchestrator, input, new StartOrchestrationOptions($"{run}-{number}"))));

    private async Task<int> StepsAsync(TaskOrchestrationContext context, int steps)
    {
        for (var step = 0; step < steps; step++)
            await context.CallActivityAsync<int>(NoWork, step);
        return steps;
    }

    private async Task<int> SleepAsync(TaskOrchestrationContext context, int days)
    {
        await context.CreateTimer(TimeSpan.FromDays(days), CancellationToken.None);
        return days;
    }

    private Task<int> Work(int step)
    {
        Ticks.Add();
        return Task.FromResult(step);
    }
}
