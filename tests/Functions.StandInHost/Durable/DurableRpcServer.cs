using DurableTask.Core;
using DurableTask.Core.Exceptions;
using DurableTask.Core.Tracing;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.DurableTask.Protobuf;
using Microsoft.DurableTask.Testing.Sidecar.Grpc;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Nots.Durable.TaskHub;
using Enum = System.Enum;
using ExecutionStartedEvent = DurableTask.Core.History.ExecutionStartedEvent;
using OrchestrationInstance = DurableTask.Core.OrchestrationInstance;
using OrchestrationState = DurableTask.Core.OrchestrationState;
using OrchestrationStatus = DurableTask.Core.OrchestrationStatus;

namespace Nots.Functions.StandInHost.Durable;

/// <summary>
/// What the worker's durable client talks to: Microsoft's in-process server, of which only the API is used. It differs in what the
/// real extension does otherwise: a control that does not fit the instance is refused, a start may be for later, a restart keeps the tags,
/// histories are told.
/// </summary>
internal sealed class DurableRpcServer(
    IHostApplicationLifetime lifetime, ILoggerFactory loggers, DurableBackend backend, IOptions<TaskHubGrpcServerOptions> options, bool refuses)
    : TaskHubGrpcServer(lifetime, loggers, backend.Service, new TaggedClient(backend.Client), options)
{
    private static readonly OrchestrationStatus[] Live = [OrchestrationStatus.Pending, OrchestrationStatus.Running, OrchestrationStatus.Suspended];

    public override async Task<CreateInstanceResponse> StartInstance(CreateInstanceRequest request, ServerCallContext context)
    {
        var instance = new OrchestrationInstance
        {
            InstanceId = request.InstanceId is { Length: > 0 } id ? id : Guid.NewGuid().ToString("N"),
            ExecutionId = Guid.NewGuid().ToString("N"),
        };
        var started = new ExecutionStartedEvent(-1, request.Input)
        {
            Name = request.Name,
            Version = request.Version ?? "",
            OrchestrationInstance = instance,
            Tags = request.Tags.ToDictionary(),
            ScheduledStartTime = request.ScheduledStartTimestamp?.ToDateTime(),
            ParentTraceContext = request.ParentTraceContext is { } trace ? new DistributedTraceContext(trace.TraceParent, trace.TraceState) : null,
        };
        // The client says which may be replaced, the backend asks which may not.
        var kept = request.OrchestrationIdReusePolicy is { } policy
            ? Enum.GetValues<OrchestrationStatus>().Except(policy.ReplaceableStatus.Select(status => (OrchestrationStatus)status)).ToArray()
            : null;
        try
        {
            await backend.Client.CreateTaskOrchestrationAsync(new TaskMessage { OrchestrationInstance = instance, Event = started }, kept);
        }
        catch (OrchestrationAlreadyExistsException fault)
        {
            throw new RpcException(new Status(StatusCode.AlreadyExists, fault.Message));
        }
        return new CreateInstanceResponse { InstanceId = instance.InstanceId };
    }

    public override Task<PurgeInstancesResponse> PurgeInstances(PurgeInstancesRequest request, ServerCallContext context)
    {
        if (request.PurgeInstanceFilter is { } filter)
            filter.CreatedTimeFrom ??= Timestamp.FromDateTime(DateTime.UnixEpoch);
        return base.PurgeInstances(request, context);
    }

    public override async Task<RaiseEventResponse> RaiseEvent(RaiseEventRequest request, ServerCallContext context)
    {
        await FitAsync(request.InstanceId, "tell", status => Live.Contains(status));
        return await base.RaiseEvent(request, context);
    }

    public override async Task<SuspendResponse> SuspendInstance(SuspendRequest request, ServerCallContext context)
    {
        await FitAsync(request.InstanceId, "suspend", status => status is OrchestrationStatus.Pending or OrchestrationStatus.Running);
        return await base.SuspendInstance(request, context);
    }

    public override async Task<ResumeResponse> ResumeInstance(ResumeRequest request, ServerCallContext context)
    {
        await FitAsync(request.InstanceId, "resume", status => status is OrchestrationStatus.Suspended);
        return await base.ResumeInstance(request, context);
    }

    public override async Task<TerminateResponse> TerminateInstance(TerminateRequest request, ServerCallContext context)
    {
        await FitAsync(request.InstanceId, "terminate", status => Live.Contains(status));
        return await base.TerminateInstance(request, context);
    }

    public override async Task<RestartInstanceResponse> RestartInstance(RestartInstanceRequest request, ServerCallContext context)
    {
        var state = await RequireAsync(request.InstanceId, "restart", status => !Live.Contains(status));
        var instance = new OrchestrationInstance
        {
            InstanceId = request.RestartWithNewInstanceId ? Guid.NewGuid().ToString("N") : request.InstanceId,
            ExecutionId = Guid.NewGuid().ToString("N"),
        };
        var started = new ExecutionStartedEvent(-1, state.Input)
        {
            Name = state.Name,
            Version = state.Version ?? "",
            OrchestrationInstance = instance,
            Tags = state.Tags ?? new Dictionary<string, string>(),
        };
        await backend.Client.CreateTaskOrchestrationAsync(new TaskMessage { OrchestrationInstance = instance, Event = started });
        return new RestartInstanceResponse { InstanceId = instance.InstanceId };
    }

    public override async Task StreamInstanceHistory(
        StreamInstanceHistoryRequest request, IServerStreamWriter<HistoryChunk> responseStream, ServerCallContext context)
    {
        var state = await FindAsync(request.InstanceId);
        var history = await backend.Client.GetOrchestrationHistoryAsync(request.InstanceId, state.OrchestrationInstance.ExecutionId);
        var chunk = new HistoryChunk();
        chunk.Events.AddRange(HistoryJson.Read(history).Select(ProtobufUtils.ToHistoryEventProto));
        await responseStream.WriteAsync(chunk, context.CancellationToken);
    }

    private async Task<OrchestrationState> FindAsync(string instanceId) =>
        await backend.Client.GetOrchestrationStateAsync(instanceId, executionId: null)
        ?? throw new RpcException(new Status(StatusCode.NotFound, $"There is no instance '{instanceId}'."));

    private async Task FitAsync(string instanceId, string what, Func<OrchestrationStatus, bool> fits)
    {
        if (refuses)
            await RequireAsync(instanceId, what, fits);
    }

    private async Task<OrchestrationState> RequireAsync(string instanceId, string what, Func<OrchestrationStatus, bool> fits)
    {
        var state = await FindAsync(instanceId);
        return fits(state.OrchestrationStatus)
            ? state
            : throw new RpcException(new Status(StatusCode.FailedPrecondition, $"Cannot {what} instance '{instanceId}': it is {state.OrchestrationStatus}."));
    }
}
