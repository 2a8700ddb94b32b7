using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Nots.Application.Orchestration;

namespace Nots.Conformance.Tests.Orchestration;

/// <summary>What every part of the suite has: an engine, a clock, a world, and orchestrations written in the test.</summary>
public abstract class OrchestrationSuite : IAsyncLifetime
{
    private readonly IOrchestrationEngineFactory _factory;
    private IRunningEngine? _engine;

    protected OrchestrationSuite(IOrchestrationEngineFactory factory)
    {
        _factory = factory;
        Catalogue.AddActivity<string, string, ScriptedActivity>(ScriptedActivity.Name, TimeSpan.FromMinutes(2));
    }

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    protected FakeTimeProvider Time { get; } = new(new DateTimeOffset(2031, 3, 1, 9, 0, 0, TimeSpan.Zero));

    protected World World { get; } = new();

    protected IOrchestrationClient Client => _engine!.Client;

    private WorkflowCatalogue Catalogue { get; } = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await _factory.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Adds an orchestration; before the engine starts.</summary>
    protected OrchestrationName<TInput, TResult> Define<TInput, TResult>(
        string name, Func<IOrchestrationContext, TInput, Task<TResult>> run)
    {
        var orchestration = new OrchestrationName<TInput, TResult>(name);
        Catalogue.AddOrchestration(orchestration, () => new ScriptedOrchestrator<TInput, TResult>(run));
        return orchestration;
    }

    protected async Task StartEngineAsync() => _engine = await _factory.StartAsync(
        Catalogue, services => services.AddSingleton(World).AddScoped<ScriptedActivity>(), Time);

    /// <summary>Stops the engine and starts another on its state.</summary>
    protected async Task RestartEngineAsync()
    {
        await StopAsync();
        await StartEngineAsync();
    }

    protected Task<OrchestrationInstance> EndedAsync(string instanceId) => UntilAsync(instanceId, instance =>
        instance.Status is OrchestrationStatus.Completed or OrchestrationStatus.Failed or OrchestrationStatus.Terminated);

    /// <summary>Waits until the instance is as wanted; fails after ten seconds.</summary>
    protected async Task<OrchestrationInstance> UntilAsync(string instanceId, Func<OrchestrationInstance, bool> isWanted)
    {
        OrchestrationInstance? last = null;
        await UntilAsync(async () => (last = await Client.GetAsync(instanceId, Token)) is { } instance && isWanted(instance), () => $"{last}");
        return last!;
    }

    /// <summary>Waits until this is so; fails after ten seconds.</summary>
    protected static async Task UntilAsync(Func<Task<bool>> isSo, Func<string>? describe = null)
    {
        var watch = Stopwatch.StartNew();
        while (!await isSo())
        {
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"Waited in vain. {describe?.Invoke()}");
            await Task.Delay(TimeSpan.FromMilliseconds(2), Token);
        }
    }

    /// <summary>Waits until the orchestrator has said this of itself.</summary>
    protected Task StatusAsync(string instanceId, string status) =>
        UntilAsync(instanceId, instance => instance.CustomStatus == OrchestrationJson.Serialize(status));

    /// <summary>Moves the clock on when the instance has a timer to wait for.</summary>
    protected async Task PassAsync(string instanceId, TimeSpan time)
    {
        await UntilAsync(async () => await OpenTimersAsync(instanceId) > 0);
        Time.Advance(time);
    }

    /// <summary>An orchestration that waits for the event <c>paid</c>, for a quarter of an hour.</summary>
    protected static async Task<string> RaceAsync(IOrchestrationContext context, string input)
    {
        using var cancellation = new CancellationTokenSource();
        var paid = context.WaitForExternalEventAsync<string>("paid", cancellation.Token);
        var hold = context.CreateTimerAsync(context.CurrentUtc.AddMinutes(15), cancellation.Token);
        context.SetCustomStatus("racing");
        var first = await Task.WhenAny(paid, hold);
        cancellation.Cancel();
        return first == paid ? await paid : "too late";
    }

    private async Task<int> OpenTimersAsync(string instanceId)
    {
        var history = await Client.GetHistoryAsync(instanceId, Token) ?? [];
        return history.Count(entry => entry.Type == "timerCreated")
            - history.Count(entry => entry.Type is "timerFired" or "timerCancelled");
    }

    private async Task StopAsync()
    {
        if (_engine is not null)
            await _engine.DisposeAsync();
        _engine = null;
    }
}
