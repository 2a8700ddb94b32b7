using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Nots.Application.Orchestration;

namespace Nots.Durable.Tests.Support;

/// <summary>An engine on a file of its own, which can be stopped, killed and started again, with other code too.</summary>
internal sealed class EngineHost : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("nots-durable-");
    private ServiceProvider? _provider;

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public string DatabasePath => Path.Combine(_folder.FullName, "durable.db");

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2031, 3, 1, 9, 0, 0, TimeSpan.Zero));

    /// <summary>The engine's clock, if it is another.</summary>
    public TimeProvider? Clock { get; set; }

    public World World { get; } = new();

    public ILoggerFactory Loggers { get; set; } = NullLoggerFactory.Instance;

    public WorkflowCatalogue Catalogue { get; private set; } = NewCatalogue();

    public EngineOptions Options { get; set; } = new() { DatabasePath = "", StopGrace = TimeSpan.Zero };

    public EmbeddedEngine Engine { get; private set; } = null!;

    public IOrchestrationClient Client => Engine.Client;

    public OrchestrationName<TInput, TResult> Define<TInput, TResult>(string name, Func<IOrchestrationContext, TInput, Task<TResult>> run)
    {
        var orchestration = new OrchestrationName<TInput, TResult>(name);
        Catalogue.AddOrchestration(orchestration, () => new ScriptedOrchestrator<TInput, TResult>(run));
        return orchestration;
    }

    /// <summary>Deploys other code: whatever is defined from now on. Takes effect at the next start.</summary>
    public void Redeploy() => Catalogue = NewCatalogue();

    public async Task StartAsync()
    {
        _provider = new ServiceCollection().AddSingleton(World).AddScoped<ScriptedActivity>().BuildServiceProvider();
        Engine = new EmbeddedEngine(
            Options with { DatabasePath = DatabasePath }, Catalogue, _provider.GetRequiredService<IServiceScopeFactory>(), Clock ?? Time, Loggers);
        await Engine.StartAsync(Token);
    }

    public async Task StopAsync()
    {
        await Engine.StopAsync(Token);
        await _provider!.DisposeAsync();
    }

    public async Task RestartAsync()
    {
        await StopAsync();
        await StartAsync();
    }

    /// <summary>Ends the engine as a killed process would, and starts another.</summary>
    public async Task CrashAsync()
    {
        await Engine.KillAsync();
        await StartAsync();
    }

    public Task<OrchestrationInstance> EndedAsync(string instanceId) => UntilAsync(instanceId, instance =>
        instance.Status is OrchestrationStatus.Completed or OrchestrationStatus.Failed or OrchestrationStatus.Terminated);

    public async Task<OrchestrationInstance> UntilAsync(string instanceId, Func<OrchestrationInstance, bool> isWanted)
    {
        OrchestrationInstance? last = null;
        await UntilAsync(async () => (last = await Client.GetAsync(instanceId, Token)) is { } instance && isWanted(instance), () => $"{last}");
        return last!;
    }

    /// <summary>Waits until this is so; fails after twenty seconds.</summary>
    public static async Task UntilAsync(Func<Task<bool>> isSo, Func<string>? describe = null)
    {
        var watch = Stopwatch.StartNew();
        while (!await isSo())
        {
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"Waited in vain. {describe?.Invoke()}");
            await Task.Delay(TimeSpan.FromMilliseconds(2), Token);
        }
    }

    /// <summary>Waits until the instance's history has this many events of this type.</summary>
    public Task HistoryAsync(string instanceId, string type, int count = 1) => UntilAsync(async () =>
        (await TypesAsync(instanceId)).Count(found => found == type) >= count);

    public async Task<IReadOnlyList<string>> TypesAsync(string instanceId) =>
        [.. (await Client.GetHistoryAsync(instanceId, Token) ?? []).Select(entry => entry.Type)];

    public async ValueTask DisposeAsync()
    {
        if (Engine is not null)
            await Engine.DisposeAsync();
        if (_provider is not null)
            await _provider.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private static WorkflowCatalogue NewCatalogue() =>
        new WorkflowCatalogue().AddActivity<string, string, ScriptedActivity>(ScriptedActivity.Name, TimeSpan.FromMinutes(2));
}
