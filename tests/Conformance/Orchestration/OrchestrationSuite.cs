using System.Diagnostics;
using DurableTask.Core.History;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Time.Testing;

namespace Nots.Conformance.Tests.Orchestration;

/// <summary>What every part of the suite has: a backend, a clock, a world, and orchestrations written in the test.</summary>
public abstract class OrchestrationSuite(IBackendFactory factory) : IAsyncLifetime
{
    /// <summary>Of the one activity: what it does is up to the test's <see cref="World"/>.</summary>
    protected static readonly TaskName Work = new("work");

    /// <summary>What a minute of a test takes where time has to be waited for.</summary>
    private static readonly TimeSpan RealMinute = TimeSpan.FromSeconds(1);

    /// <summary>What any store is able to tell apart.</summary>
    private static readonly TimeSpan ATick = TimeSpan.FromMilliseconds(20);

    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    private readonly Dictionary<string, Action<DurableTaskRegistry>> _orchestrations = [];
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2031, 3, 1, 9, 0, 0, TimeSpan.Zero));
    private IRunningBackend? _backend;

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    protected World World { get; } = new();

    protected DurableTaskClient Client => _backend!.Client;

    /// <summary>Now, by the clock of the backend.</summary>
    protected DateTimeOffset Now => factory.TakesClock ? _time.GetUtcNow() : TimeProvider.System.GetUtcNow();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_backend is not null)
            await KillAsync();
        await factory.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Adds an orchestration, or changes its code; before the backend starts.</summary>
    protected TaskName Define<TInput, TResult>(string name, Func<TaskOrchestrationContext, TInput, Task<TResult>> run)
    {
        _orchestrations[name] = registry => registry.AddOrchestratorFunc(name, run);
        return new TaskName(name);
    }

    protected async Task StartBackendAsync() => _backend = await factory.StartAsync(
        registry =>
        {
            registry.AddActivityFunc<string, string>(Work, (_, input) => World.WorkAsync(input));
            foreach (var add in _orchestrations.Values)
                add(registry);
        },
        _time);

    /// <summary>Stops the backend in good order and starts another on its state.</summary>
    protected async Task RestartBackendAsync(Action? whileStopped = null)
    {
        await _backend!.DisposeAsync();
        whileStopped?.Invoke();
        await StartBackendAsync();
    }

    /// <summary>Stops the backend in the midst of its work and starts another on its state.</summary>
    protected async Task KillAndStartBackendAsync()
    {
        await KillAsync();
        await StartBackendAsync();
    }

    protected Task ScheduleAsync(TaskName orchestration, string instanceId, object? input) =>
        Client.ScheduleNewOrchestrationInstanceAsync(orchestration, input, new StartOrchestrationOptions(instanceId), Token);

    protected Task RaiseAsync(string instanceId, string name, object? payload = null) => Client.RaiseEventAsync(instanceId, name, payload, Token);

    /// <summary>The instance with input, output and custom status; null where there is none.</summary>
    protected Task<OrchestrationMetadata?> GetAsync(string instanceId) => Client.GetInstanceAsync(instanceId, getInputsAndOutputs: true, Token);

    protected Task<OrchestrationMetadata> EndedAsync(string instanceId) => UntilAsync(instanceId, instance => instance.IsCompleted);

    protected Task<OrchestrationMetadata> RunningAsync(string instanceId) => StatusAsync(instanceId, OrchestrationRuntimeStatus.Running);

    protected Task<OrchestrationMetadata> StatusAsync(string instanceId, OrchestrationRuntimeStatus status) =>
        UntilAsync(instanceId, instance => instance.RuntimeStatus == status);

    /// <summary>Waits until the orchestrator has said this of itself.</summary>
    protected Task SaidAsync(string instanceId, string status) =>
        UntilAsync(instanceId, instance => instance.ReadCustomStatusAs<string>() == status);

    /// <summary>Waits until the activity was called so many times with this input.</summary>
    protected Task WorkedAsync(string input, int times) => UntilAsync(() => Task.FromResult(World.Count(input) >= times), () => string.Join(", ", World.Done));

    protected async Task<OrchestrationMetadata> UntilAsync(string instanceId, Func<OrchestrationMetadata, bool> isWanted)
    {
        OrchestrationMetadata? last = null;
        await UntilAsync(async () => (last = await GetAsync(instanceId)) is { } instance && isWanted(instance), () => $"{last} {last?.FailureDetails}");
        return last!;
    }

    /// <summary>Waits until this is so, within reason.</summary>
    protected static async Task UntilAsync(Func<Task<bool>> isSo, Func<string> describe)
    {
        var started = Stopwatch.GetTimestamp();
        while (!await isSo())
        {
            Assert.True(Stopwatch.GetElapsedTime(started) < Bound, $"Waited in vain. {describe()}");
            await Task.Delay(Pause, Token);
        }
    }

    /// <summary>Minutes of the clock that the test moves; moments where they have to be waited for.</summary>
    protected TimeSpan Minutes(double minutes) => factory.TakesClock ? TimeSpan.FromMinutes(minutes) : minutes * RealMinute;

    /// <summary>Moves the clock on, once the instance has a timer to wait for. Where the clock cannot be moved, the time passes by itself.</summary>
    protected async Task PassAsync(string instanceId, TimeSpan time)
    {
        if (!factory.TakesClock)
            return;
        await UntilAsync(async () => await OpenTimersAsync(instanceId) > 0, () => $"{instanceId} has no timer.");
        _time.Advance(time);
    }

    /// <summary>Moves the clock on, where it can be moved.</summary>
    protected void Advance(TimeSpan time)
    {
        if (factory.TakesClock)
            _time.Advance(time);
    }

    /// <summary>A time that is later than all that was, and earlier than all that comes.</summary>
    protected async Task<DateTimeOffset> BetweenAsync()
    {
        var between = Now + ATick;
        Advance(2 * ATick);
        await UntilAsync(() => Task.FromResult(Now >= between + ATick), () => "The clock stands still.");
        return between;
    }

    /// <summary>Asserts that a wait was not shorter than it was to be, as far as the backend is able to tell.</summary>
    protected void AssertWaited(TimeSpan expected, TimeSpan waited, int timers = 1) =>
        Assert.True(waited >= expected - (timers * factory.TimerPrecision), $"{waited} instead of {expected}");

    protected Task<IList<HistoryEvent>> HistoryAsync(string instanceId) => Client.GetOrchestrationHistoryAsync(instanceId, Token);

    /// <summary>An orchestration that waits for the event <c>paid</c>, but not for long.</summary>
    protected Func<TaskOrchestrationContext, TimeSpan, Task<string>> Race { get; } = async (context, patience) =>
    {
        using var cancellation = new CancellationTokenSource();
        var paid = context.WaitForExternalEvent<string>("paid");
        var hold = context.CreateTimer(context.CurrentUtcDateTime.Add(patience), cancellation.Token);
        context.SetCustomStatus("racing");
        if (await Task.WhenAny(paid, hold) == hold)
            return "too late";
        cancellation.Cancel();
        return await paid;
    };

    private async Task<int> OpenTimersAsync(string instanceId)
    {
        var history = await HistoryAsync(instanceId);
        return history.OfType<TimerCreatedEvent>().Count() - history.OfType<TimerFiredEvent>().Count();
    }

    private async Task KillAsync()
    {
        await _backend!.KillAsync();
        await _backend.DisposeAsync();
    }
}
