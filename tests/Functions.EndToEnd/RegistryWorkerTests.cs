using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Nots.Functions.StandInHost;
using Nots.Functions.StandInHost.Durable;

namespace Nots.Functions.EndToEnd.Tests;

/// <summary>The stand-in with a test's own orchestrators in the Functions worker: what the conformance suite builds on.</summary>
public sealed class RegistryWorkerTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("nots-registry-");
    private readonly TaskCompletionSource _held = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _greeted;
    private StandInFunctionsHost _host = null!;
    private ServiceProvider _services = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private DurableTaskClient Client => _services.GetRequiredService<DurableTaskClient>();

    public async ValueTask InitializeAsync()
    {
        var backend = DurableBackend.Sqlite(Path.Combine(_folder.FullName, "durable.db"));
        _host = await StandInFunctionsHost.StartAsync(StandInHostOptions.ForTasks(Register, backend), Cancel);
        var services = new ServiceCollection().AddLogging();
        services.AddDurableTaskClient(client => client.UseGrpc(_host.DurableAddress.ToString()));
        _services = services.BuildServiceProvider();
    }

    public async ValueTask DisposeAsync()
    {
        _held.TrySetResult();
        await _services.DisposeAsync();
        await _host.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Activities_events_timers_and_children_work_through_the_workers_protocol()
    {
        var id = await Client.ScheduleNewOrchestrationInstanceAsync("parent", "Ada", Cancel);
        await Client.WaitForInstanceStartAsync(id, Cancel);
        await Client.RaiseEventAsync(id, "go", "now", Cancel);

        var end = await Client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true, Cancel);

        Assert.Equal((OrchestrationRuntimeStatus.Completed, "Hello Ada, now"), (end.RuntimeStatus, end.ReadOutputAs<string>()));
    }

    [Fact]
    public async Task What_a_killed_worker_was_doing_is_done_again()
    {
        var id = await Client.ScheduleNewOrchestrationInstanceAsync("child", "hold", Cancel);
        while (Volatile.Read(ref _greeted) == 0)
            await Task.Delay(TimeSpan.FromMilliseconds(10), Cancel);

        _host.KillWorker();

        var end = await Client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true, Cancel);
        Assert.Equal("Hello hold", end.ReadOutputAs<string>());
        Assert.Equal(2, _greeted);
    }

    private void Register(DurableTaskRegistry registry)
    {
        registry.AddOrchestratorFunc<string, string>("parent", async (context, name) =>
        {
            var greeting = await context.CallSubOrchestratorAsync<string>("child", name);
            await context.CreateTimer(TimeSpan.FromMilliseconds(50), CancellationToken.None);
            return $"{greeting}, {await context.WaitForExternalEvent<string>("go")}";
        });
        registry.AddOrchestratorFunc<string, string>("child", (context, name) => context.CallActivityAsync<string>("greet", name));
        registry.AddActivityFunc<string, string>("greet", async (_, name) =>
        {
            // The first call of the one that is to be held never comes to its end.
            if (Interlocked.Increment(ref _greeted) == 1 && name == "hold")
                await _held.Task;
            return $"Hello {name}";
        });
    }
}
