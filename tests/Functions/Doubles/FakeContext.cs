using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Nots.Functions.Tests.Doubles;

/// <summary>Stands in for Durable Task's context: keeps every call in order, and answers as the test says.</summary>
internal sealed class FakeContext : TaskOrchestrationContext
{
    private readonly Dictionary<string, Stack<Action<object?>>> _waiters = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(DateTime FireAt, TaskCompletionSource Timer)> _timers = [];
    private int _guids;

    /// <summary>What was asked for, in order.</summary>
    public List<string> Calls { get; } = [];

    /// <summary>The options that each activity or child was called with, in order.</summary>
    public List<TaskOptions?> Options { get; } = [];

    /// <summary>What an activity or child answers to its input; by default nothing that means anything.</summary>
    public Func<string, object?, object?> Answer { get; set; } = (_, _) => null;

    public object? Input { get; set; }

    public object? ContinuedWith { get; private set; }

    public object? CustomStatus { get; private set; }

    public DateTime Now { get; set; } = new(2031, 3, 1, 9, 0, 0, DateTimeKind.Utc);

    public override TaskName Name => "booking";

    public override string InstanceId => "booking_1";

    public override ParentOrchestrationInstance? Parent => null;

    public override DateTime CurrentUtcDateTime => Now;

    public override bool IsReplaying => false;

    protected override ILoggerFactory LoggerFactory => NullLoggerFactory.Instance;

    public override T? GetInput<T>()
        where T : default => (T?)Input;

    public override Task<TResult> CallActivityAsync<TResult>(TaskName name, object? input = null, TaskOptions? options = null) =>
        CallAsync<TResult>("activity", name, input, options);

    public override Task<TResult> CallSubOrchestratorAsync<TResult>(TaskName orchestratorName, object? input = null, TaskOptions? options = null) =>
        CallAsync<TResult>("child", orchestratorName, input, options);

    public override Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken)
    {
        Calls.Add($"timer {fireAt:O}");
        var timer = new TaskCompletionSource();
        cancellationToken.Register(() =>
        {
            if (timer.TrySetCanceled(cancellationToken))
                Calls.Add($"cancel timer {fireAt:O}");
        });
        _timers.Add((fireAt, timer));
        return timer.Task;
    }

    /// <summary>The latest waiter of a name gets its next event, as in Durable Task.</summary>
    public override Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default)
    {
        Calls.Add($"wait {eventName}");
        var waiter = new TaskCompletionSource<T>();
        cancellationToken.Register(() => waiter.TrySetCanceled(cancellationToken));
        if (!_waiters.TryGetValue(eventName, out var waiters))
            _waiters.Add(eventName, waiters = []);
        waiters.Push(payload => waiter.TrySetResult((T)payload!));
        return waiter.Task;
    }

    public override void SendEvent(string instanceId, string eventName, object payload) => Calls.Add($"send {eventName} {payload} to {instanceId}");

    public override void SetCustomStatus(object? customStatus) => CustomStatus = customStatus;

    public override void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true)
    {
        Calls.Add(preserveUnprocessedEvents ? "continue as new with unread events" : "continue as new without unread events");
        ContinuedWith = newInput;
    }

    public override Guid NewGuid() => new(++_guids, 0, 0, new byte[8]);

    public override ILogger CreateReplaySafeLogger(string categoryName)
    {
        Calls.Add($"logger {categoryName}");
        return NullLogger.Instance;
    }

    public void Raise(string eventName, object? payload) => _waiters[eventName].Pop()(payload);

    /// <summary>Moves the clock on and fires what has come due, in order.</summary>
    public void Advance(TimeSpan time)
    {
        Now += time;
        foreach (var (_, timer) in _timers.Where(timer => timer.FireAt <= Now).OrderBy(timer => timer.FireAt).ToList())
            timer.TrySetResult();
    }

    private Task<TResult> CallAsync<TResult>(string kind, TaskName name, object? input, TaskOptions? options)
    {
        Calls.Add($"{kind} {name.Name} {input}");
        Options.Add(options);
        try
        {
            return Task.FromResult((TResult)Answer(name.Name, input)!);
        }
        catch (TaskFailedException failed)
        {
            return Task.FromException<TResult>(failed);
        }
        catch (InvalidOperationException fault)
        {
            return Task.FromException<TResult>(new TaskFailedException(
                name.Name, 1, new TaskFailureDetails(fault.GetType().FullName!, fault.Message, "at somewhere", null, null)));
        }
    }
}
