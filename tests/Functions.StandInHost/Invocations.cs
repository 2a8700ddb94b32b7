using System.Diagnostics;
using Nots.Functions.StandInHost.Worker;
using Nots.Functions.StandInHost.Worker.Protocol;

namespace Nots.Functions.StandInHost;

/// <summary>Runs functions in whichever worker is ready, with the durable client that those get which ask for it.</summary>
internal sealed class Invocations(WorkerSupervisor workers, Func<string> durableClient)
{
    private static readonly IReadOnlyDictionary<string, string> Nothing = new Dictionary<string, string>();

    /// <summary>The worker that is ready, or the next one as soon as it is.</summary>
    public async Task<WorkerConnection> WorkerAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var worker = await workers.ReadyAsync(cancellationToken);
            if (!worker.Lost.IsCancellationRequested)
                return worker;
            // It has just ended: its place is emptied in a moment.
            await Task.Delay(TimeSpan.FromMilliseconds(10), cancellationToken);
        }
    }

    /// <exception cref="FunctionFailedException">It threw.</exception>
    /// <exception cref="WorkerLostException">The worker ended before it answered.</exception>
    public Task<TypedData?> InvokeAsync(
        WorkerConnection worker, WorkerFunction function, TypedData trigger, IReadOnlyDictionary<string, string>? metadata = null, string? invocationId = null,
        RpcTraceContext? trace = null)
    {
        IEnumerable<ParameterBinding> inputs =
        [
            new ParameterBinding { Name = function.TriggerParameter, Data = trigger },
            .. function.ClientParameters.Select(name => new ParameterBinding { Name = name, Data = new TypedData { String = durableClient() } }),
        ];
        return worker.InvokeAsync(function, inputs, metadata ?? Nothing, invocationId ?? Guid.NewGuid().ToString(), trace ?? Trace(Activity.Current));
    }

    private static RpcTraceContext Trace(Activity? activity) => new() { TraceParent = activity?.Id ?? "", TraceState = activity?.TraceStateString ?? "" };
}
