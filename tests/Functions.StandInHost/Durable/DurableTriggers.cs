using System.Text.Json;
using DurableTask.Core;
using DurableTask.Core.Command;
using DurableTask.Core.Exceptions;
using DurableTask.Core.Middleware;
using DurableTask.Core.Tracing;
using Google.Protobuf;
using Microsoft.DurableTask.Protobuf;
using Microsoft.DurableTask.Testing.Sidecar.Grpc;
using Microsoft.Extensions.Logging;
using Nots.Functions.StandInHost.Worker;
using Nots.Functions.StandInHost.Worker.Protocol;
using HistoryEvent = DurableTask.Core.History.HistoryEvent;
using OrchestrationInstance = DurableTask.Core.OrchestrationInstance;
using TaskCompletedEvent = DurableTask.Core.History.TaskCompletedEvent;
using TaskFailedEvent = DurableTask.Core.History.TaskFailedEvent;
using TaskScheduledEvent = DurableTask.Core.History.TaskScheduledEvent;

namespace Nots.Functions.StandInHost.Durable;

/// <summary>
/// Gives orchestration and activity functions their work. DurableTask.Core's dispatchers take it from the backend; what they would run
/// here, the worker runs. Work whose worker ends goes back to the backend and is given out again.
/// </summary>
internal sealed class DurableTriggers : IAsyncDisposable
{
    private readonly TaskHubWorker _worker;
    private readonly DurableBackend _backend;
    private readonly Invocations _invocations;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _stopping = new();

    public DurableTriggers(DurableBackend backend, Invocations invocations, TimeProvider time, ILoggerFactory loggers)
    {
        (_backend, _invocations, _time) = (backend, invocations, time);
        _worker = new TaskHubWorker(backend.Service, loggers) { ErrorPropagationMode = ErrorPropagationMode.UseFailureDetails };
        _worker.AddOrchestrationDispatcherMiddleware(OrchestrateAsync);
        _worker.AddActivityDispatcherMiddleware(ActAsync);
    }

    /// <param name="orchestrations">Orchestrations that run here and not in the worker, for tests.</param>
    public async Task StartAsync(IEnumerable<ObjectCreator<TaskOrchestration>> orchestrations)
    {
        foreach (var orchestration in orchestrations)
            _worker.AddTaskOrchestrations(orchestration);
        await _backend.Service.CreateIfNotExistsAsync();
        await _worker.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _worker.StopAsync(isForced: true);
        _worker.Dispose();
    }

    private async Task OrchestrateAsync(DispatchMiddlewareContext context, Func<Task> next)
    {
        if (context.GetProperty<TaskOrchestration>() is not null)
        {
            await next();
            return;
        }
        var state = context.GetProperty<OrchestrationRuntimeState>();
        var instance = state.OrchestrationInstance!;
        // DurableTask.Core dates a turn with the machine's clock, and an orchestrator's time is the date of its turn.
        foreach (var turn in state.NewEvents.OfType<DurableTask.Core.History.OrchestratorStartedEvent>())
            turn.Timestamp = _time.GetUtcNow().UtcDateTime;
        var request = new OrchestratorRequest { InstanceId = instance.InstanceId, ExecutionId = instance.ExecutionId };
        // In a session what was new in an earlier turn is in neither list of its own.
        request.PastEvents.AddRange(state.Events.Take(state.Events.Count - state.NewEvents.Count).Select(ProtobufUtils.ToHistoryEventProto));
        request.NewEvents.AddRange(state.NewEvents.Select(ProtobufUtils.ToHistoryEventProto));
        context.SetProperty(await TryAsync(
            state.Name,
            new TypedData { String = ProtobufUtils.Base64Encode(request) },
            new Dictionary<string, string> { ["instanceId"] = instance.InstanceId },
            state.ExecutionStartedEvent?.ParentTraceContext,
            result =>
            {
                var response = OrchestratorResponse.Parser.ParseFrom(ByteString.FromBase64(result!.String));
                return new OrchestratorExecutionResult
                {
                    Actions = [.. response.Actions.Select(ProtobufUtils.ToOrchestratorAction)],
                    CustomStatus = response.CustomStatus,
                };
            },
            fault => new OrchestratorExecutionResult
            {
                Actions =
                [
                    new OrchestrationCompleteOrchestratorAction
                    {
                        OrchestrationStatus = DurableTask.Core.OrchestrationStatus.Failed, Result = fault.Message, FailureDetails = Failures.From(fault),
                    },
                ],
            }));
    }

    private async Task ActAsync(DispatchMiddlewareContext context, Func<Task> next)
    {
        var scheduled = context.GetProperty<TaskScheduledEvent>();
        var instance = context.GetProperty<OrchestrationInstance>();
        var input = ActivityInput.Unwrap(scheduled.Input);
        context.SetProperty(await TryAsync(
            scheduled.Name!,
            new TypedData { Json = input },
            new Dictionary<string, string> { ["instanceId"] = instance.InstanceId, ["data"] = input },
            scheduled.ParentTraceContext,
            result => Completed(new TaskCompletedEvent(-1, scheduled.EventId, Output(result))),
            fault => Completed(new TaskFailedEvent(-1, scheduled.EventId, fault.Message, null, Failures.From(fault)))));

        static ActivityExecutionResult Completed(HistoryEvent happened) => new() { ResponseEvent = happened };
    }

    private async Task<T> TryAsync<T>(
        string name, TypedData input, Dictionary<string, string> metadata, DistributedTraceContext? parent, Func<TypedData?, T> succeeded, Func<Exception, T> failed)
    {
        try
        {
            var worker = await _invocations.WorkerAsync(_stopping.Token);
            if (!worker.Functions.TryGetValue(name, out var function))
                return failed(new InvalidOperationException($"The app has no function '{name}'."));
            var trace = parent is null ? null : new RpcTraceContext { TraceParent = parent.TraceParent ?? "", TraceState = parent.TraceState ?? "" };
            return succeeded(await _invocations.InvokeAsync(worker, function, input, metadata, trace: trace));
        }
        catch (FunctionFailedException fault)
        {
            return failed(fault);
        }
        catch (Exception fault) when (fault is WorkerLostException or OperationCanceledException)
        {
            throw new SessionAbortedException($"'{name}' was broken off: {fault.Message}");
        }
    }

    /// <summary>What a string-returning function gives is sent as it is; everything else is JSON.</summary>
    private static string? Output(TypedData? result) => result?.DataCase switch
    {
        TypedData.DataOneofCase.Json => result.Json,
        TypedData.DataOneofCase.String => JsonSerializer.Serialize(result.String),
        _ => null,
    };
}
