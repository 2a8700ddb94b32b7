using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;
using Grpc.Core;
using Nots.Functions.StandInHost.Worker.Protocol;

namespace Nots.Functions.StandInHost.Worker;

/// <summary>The conversation with one worker, from its first message until it is lost. Safe for many threads.</summary>
[SuppressMessage("Design", "CA1001", Justification = "The source of the loss has no timer: nothing of it is left to dispose of, and its token outlives the connection.")]
internal sealed class WorkerConnection(string workerId, WorkerLog log)
{
    private readonly Channel<StreamingMessage> _outgoing = Channel.CreateUnbounded<StreamingMessage>(new UnboundedChannelOptions { SingleReader = true });
    private readonly ConcurrentDictionary<string, TaskCompletionSource<StreamingMessage>> _replies = [];
    private readonly ConcurrentDictionary<string, TaskCompletionSource<InvocationResponse>> _invocations = [];
    private readonly CancellationTokenSource _lost = new();

    /// <summary>The functions that the worker has loaded; empty until the handshake is over.</summary>
    public IReadOnlyDictionary<string, WorkerFunction> Functions { get; private set; } = new Dictionary<string, WorkerFunction>();

    /// <summary>Where the worker takes requests of HTTP functions; null where it does not take any.</summary>
    public Uri? HttpAddress { get; private set; }

    public string WorkerId => workerId;

    /// <summary>Cancelled when the worker is lost.</summary>
    public CancellationToken Lost => _lost.Token;

    /// <summary>Carries messages both ways until either side ends.</summary>
    public async Task RunAsync(IAsyncStreamReader<StreamingMessage> incoming, IServerStreamWriter<StreamingMessage> outgoing, CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, Lost);
        var sending = SendAsync(outgoing, either.Token);
        try
        {
            while (await incoming.MoveNext(either.Token))
                Take(incoming.Current);
        }
        catch (Exception fault) when (fault is IOException or OperationCanceledException or Grpc.Core.RpcException)
        {
            // A killed worker's stream breaks off: that is how it is known.
        }
        finally
        {
            Lose();
            await sending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Fails whatever is under way, and all that is asked from now on.</summary>
    public void Lose()
    {
        _lost.Cancel();
        _outgoing.Writer.TryComplete();
        foreach (var reply in _replies.Values)
            reply.TrySetException(Gone());
        foreach (var invocation in _invocations.Values)
            invocation.TrySetException(Gone());
    }

    /// <summary>Prepares the worker: it finds its functions and loads each.</summary>
    /// <exception cref="WorkerStartException">It could not.</exception>
    /// <exception cref="WorkerLostException">It ended meanwhile.</exception>
    public async Task HandshakeAsync(string appFolder, CancellationToken cancellationToken)
    {
        var init = new WorkerInitRequest { HostVersion = "4.0.0", WorkerDirectory = appFolder, FunctionAppDirectory = appFolder };
        var worker = (await AskAsync(new StreamingMessage { WorkerInitRequest = init }, cancellationToken)).WorkerInitResponse;
        Require(worker.Result, "to start");
        HttpAddress = worker.Capabilities.TryGetValue("HttpUri", out var uri) && uri.Length > 0 ? new Uri(uri) : null;
        var index = new FunctionsMetadataRequest { FunctionAppDirectory = appFolder };
        var found = (await AskAsync(new StreamingMessage { FunctionsMetadataRequest = index }, cancellationToken)).FunctionMetadataResponse;
        Require(found.Result, "to index its functions");
        foreach (var metadata in found.FunctionMetadataResults)
        {
            var load = new FunctionLoadRequest { FunctionId = metadata.FunctionId, Metadata = metadata };
            Require((await AskAsync(new StreamingMessage { FunctionLoadRequest = load }, cancellationToken)).FunctionLoadResponse.Result, $"to load {metadata.Name}");
        }
        Functions = found.FunctionMetadataResults.Select(WorkerFunction.From).ToDictionary(function => function.Name, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Runs a function in the worker.</summary>
    /// <param name="function">One of <see cref="Functions"/>.</param>
    /// <param name="inputs">Every parameter that is bound, by name.</param>
    /// <param name="trigger">What is known of the trigger, by name.</param>
    /// <param name="invocationId">Which invocation this is.</param>
    /// <param name="trace">The trace that it belongs to.</param>
    /// <returns>What the function returned, if anything.</returns>
    /// <exception cref="FunctionFailedException">It threw.</exception>
    /// <exception cref="WorkerLostException">The worker ended before it answered.</exception>
    public async Task<TypedData?> InvokeAsync(
        WorkerFunction function, IEnumerable<ParameterBinding> inputs, IReadOnlyDictionary<string, string> trigger, string invocationId, RpcTraceContext trace)
    {
        var completion = new TaskCompletionSource<InvocationResponse>(TaskCreationOptions.RunContinuationsAsynchronously);
        _invocations[invocationId] = completion;
        try
        {
            var request = new InvocationRequest { InvocationId = invocationId, FunctionId = function.Metadata.FunctionId, TraceContext = trace };
            request.InputData.AddRange(inputs);
            foreach (var (name, value) in trigger)
                request.TriggerMetadata[name] = new TypedData { String = value };
            Send(new StreamingMessage { RequestId = invocationId, InvocationRequest = request });
            var response = await completion.Task;
            return response.Result?.Status == StatusResult.Types.Status.Success
                ? response.ReturnValue
                : throw new FunctionFailedException(function.Name, response.Result?.Exception);
        }
        finally
        {
            _invocations.TryRemove(invocationId, out _);
        }
    }

    /// <summary>Asks the worker to end. It answers by its process's end.</summary>
    public void Terminate() => _outgoing.Writer.TryWrite(new StreamingMessage { WorkerTerminate = new WorkerTerminate() });

    private async Task<StreamingMessage> AskAsync(StreamingMessage question, CancellationToken cancellationToken)
    {
        question.RequestId = Guid.NewGuid().ToString();
        var completion = new TaskCompletionSource<StreamingMessage>(TaskCreationOptions.RunContinuationsAsynchronously);
        _replies[question.RequestId] = completion;
        try
        {
            Send(question);
            return await completion.Task.WaitAsync(cancellationToken);
        }
        finally
        {
            _replies.TryRemove(question.RequestId, out _);
        }
    }

    private void Send(StreamingMessage message)
    {
        // What was registered before the loss is failed by it; what comes later is refused here.
        if (Lost.IsCancellationRequested || !_outgoing.Writer.TryWrite(message))
            throw Gone();
    }

    private async Task SendAsync(IServerStreamWriter<StreamingMessage> outgoing, CancellationToken cancellationToken)
    {
        await foreach (var message in _outgoing.Reader.ReadAllAsync(cancellationToken))
            await outgoing.WriteAsync(message, cancellationToken);
    }

    private void Take(StreamingMessage message)
    {
        switch (message.ContentCase)
        {
            case StreamingMessage.ContentOneofCase.RpcLog:
                log.Write(message.RpcLog);
                break;
            case StreamingMessage.ContentOneofCase.InvocationResponse:
                if (_invocations.TryGetValue(message.InvocationResponse.InvocationId, out var invocation))
                    invocation.TrySetResult(message.InvocationResponse);
                break;
            default:
                if (_replies.TryGetValue(message.RequestId, out var reply))
                    reply.TrySetResult(message);
                break;
        }
    }

    private WorkerLostException Gone() => new($"Worker {workerId} ended before it answered.");

    private static void Require(StatusResult? result, string what)
    {
        if (result?.Status != StatusResult.Types.Status.Success)
            throw new WorkerStartException($"The worker failed {what}: {result?.Exception?.Message ?? "no reason was given"}.");
    }
}
