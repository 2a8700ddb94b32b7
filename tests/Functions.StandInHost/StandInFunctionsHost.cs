using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.DurableTask.Testing.Sidecar.Grpc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Nots.Functions.StandInHost.Durable;
using Nots.Functions.StandInHost.Http;
using Nots.Functions.StandInHost.Worker;
using Nots.Functions.StandInHost.Worker.Protocol;

namespace Nots.Functions.StandInHost;

/// <summary>
/// Stands in for the Azure Functions host in tests: runs a built function app as its worker, over the worker's own protocol, with HTTP,
/// timers and Durable Functions. It is not the host: see README.md for what it leaves out.
/// </summary>
public sealed class StandInFunctionsHost : IAsyncDisposable
{
    private readonly WorkerLog _log = new();
    private readonly WorkerSupervisor _workers;
    private readonly Invocations _invocations;
    private readonly HttpProxy _proxy;
    private readonly DurableTriggers _durable;
    private readonly WebApplication _rpc;
    private readonly WebApplication _http;
    private int _disposed;

    private StandInFunctionsHost(StandInHostOptions options)
    {
        _workers = new WorkerSupervisor(options.StartWorker, options.AppFolder, _log);
        _invocations = new Invocations(_workers, DurableClientBinding);
        _proxy = new HttpProxy(_invocations);
        _durable = new DurableTriggers(options.Backend, _invocations, options.Time, NullLoggerFactory.Instance);
        _rpc = BuildRpc(options);
        _http = BuildHttp();
    }

    /// <summary>Where HTTP functions are called.</summary>
    public Uri Address => new(_http.Urls.Single());

    /// <summary>Where a durable client finds the orchestrations, by gRPC, as the worker's does.</summary>
    public Uri DurableAddress => RpcAddress;

    /// <summary>How many workers were started, the first included.</summary>
    public int WorkersStarted => _workers.Starts;

    /// <summary>What the workers wrote and logged last.</summary>
    public string WorkerLog => _log.ToString();

    /// <summary>Starts it, and returns when the worker has loaded its functions.</summary>
    /// <exception cref="WorkerStartException">The worker cannot be started; the message has its last words.</exception>
    public static async Task<StandInFunctionsHost> StartAsync(StandInHostOptions options, CancellationToken cancellationToken)
    {
        var host = new StandInFunctionsHost(options);
        try
        {
            await host._rpc.StartAsync(cancellationToken);
            await host._workers.StartAsync(host.RpcAddress, cancellationToken);
            await host._durable.StartAsync(options.Orchestrations);
            await host._http.StartAsync(cancellationToken);
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>The functions that the worker has, as soon as one is ready.</summary>
    public async Task<IReadOnlyCollection<WorkerFunction>> FunctionsAsync(CancellationToken cancellationToken) =>
        [.. (await _invocations.WorkerAsync(cancellationToken)).Functions.Values];

    /// <summary>Runs a timer's function now, and returns when it has ended.</summary>
    /// <exception cref="FunctionFailedException">It threw.</exception>
    /// <exception cref="WorkerLostException">The worker ended meanwhile.</exception>
    public async Task FireTimerAsync(string function, CancellationToken cancellationToken)
    {
        var worker = await _invocations.WorkerAsync(cancellationToken);
        var timer = new TypedData { Json = """{"Schedule":{"AdjustForDST":true},"ScheduleStatus":null,"IsPastDue":false}""" };
        await _invocations.InvokeAsync(worker, worker.Functions[function], timer).WaitAsync(cancellationToken);
    }

    /// <summary>Kills the worker (<c>kill -9</c>). Another is started at once; whoever asks meanwhile waits for it.</summary>
    public void KillWorker() => _workers.Kill();

    /// <summary>Ends host and worker at once, as a machine does that loses its power: nothing that was begun is waited for.</summary>
    public async Task KillAsync()
    {
        _workers.KillForGood();
        await DisposeAsync();
    }

    /// <summary>Stops it. The worker is told, and has ten seconds.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 1)
            return;
        await _http.DisposeAsync();
        await _durable.DisposeAsync();
        await _workers.DisposeAsync();
        await _rpc.DisposeAsync();
        _proxy.Dispose();
    }

    private Uri RpcAddress => new(_rpc.Urls.Single());

    private WebApplication BuildRpc(StandInHostOptions host)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddRoutingCore();
        builder.Services.AddGrpc(grpc => (grpc.MaxReceiveMessageSize, grpc.MaxSendMessageSize) = (null, null));
        builder.Services.Configure<TaskHubGrpcServerOptions>(options => options.Mode = TaskHubGrpcServerMode.ApiServerOnly);
        builder.Services.AddSingleton(_workers).AddSingleton<WorkerRpcService>().AddSingleton(host.Backend);
        builder.Services.AddSingleton(provider => ActivatorUtilities.CreateInstance<DurableRpcServer>(provider, host.RefusesControls));
        var app = builder.Build();
        app.MapGrpcService<WorkerRpcService>();
        app.MapGrpcService<DurableRpcServer>();
        // Made now: it wants to hear of the start.
        app.Services.GetRequiredService<DurableRpcServer>();
        return app;
    }

    private WebApplication BuildHttp()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http1);
        });
        var app = builder.Build();
        app.Run(_proxy.HandleAsync);
        return app;
    }

    private string DurableClientBinding() => JsonSerializer.Serialize(new
    {
        taskHubName = "StandIn",
        connectionName = "",
        rpcBaseUrl = RpcAddress,
        requiredQueryStringParameters = "",
        httpBaseUrl = "",
        maxGrpcMessageSizeInBytes = int.MaxValue,
        grpcHttpClientTimeout = "\"00:01:40\"",
    });
}
