using Grpc.Core;
using Nots.Functions.StandInHost.Worker.Protocol;

namespace Nots.Functions.StandInHost.Worker;

/// <summary>Where workers connect.</summary>
internal sealed class WorkerRpcService(WorkerSupervisor supervisor) : FunctionRpc.FunctionRpcBase
{
    public override async Task EventStream(
        IAsyncStreamReader<StreamingMessage> requestStream, IServerStreamWriter<StreamingMessage> responseStream, ServerCallContext context)
    {
        if (!await requestStream.MoveNext(context.CancellationToken) || requestStream.Current.StartStream is not { } start)
            throw new Grpc.Core.RpcException(new Status(StatusCode.FailedPrecondition, "A worker begins by saying which one it is."));
        if (supervisor.Connect(start.WorkerId) is not { } connection)
            throw new Grpc.Core.RpcException(new Status(StatusCode.NotFound, $"Worker {start.WorkerId} was not started here, or has ended."));
        await connection.RunAsync(requestStream, responseStream, context.CancellationToken);
    }
}
