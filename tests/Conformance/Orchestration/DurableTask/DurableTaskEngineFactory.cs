using DurableTask.Core;
using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Net.Client.Configuration;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Converters;
using Microsoft.DurableTask.Testing.Sidecar;
using Microsoft.DurableTask.Testing.Sidecar.Grpc;
using Microsoft.DurableTask.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Nots.Application.Orchestration;
using Nots.Functions.Durable;

namespace Nots.Conformance.Tests.Orchestration.DurableTask;

/// <summary>
/// Microsoft's own worker and client, with the function app's adapter on them, over the in-process host that Microsoft tests
/// with. What is stopped and started again is the worker; the host keeps the state, and goes by the clock of this machine.
/// </summary>
public sealed class DurableTaskEngineFactory : IOrchestrationEngineFactory
{
    private static readonly JsonDataConverter Json = new(OrchestrationJson.Options);

    /// <summary>The host's own look at an instance that it is just writing fails now and then.</summary>
    private static readonly ServiceConfig LookAgain = new()
    {
        MethodConfigs =
        {
            new MethodConfig
            {
                Names = { new MethodName { Service = "TaskHubSidecarService", Method = "GetInstance" } },
                RetryPolicy = new Grpc.Net.Client.Configuration.RetryPolicy
                {
                    MaxAttempts = 5,
                    InitialBackoff = TimeSpan.FromMilliseconds(10),
                    MaxBackoff = TimeSpan.FromMilliseconds(50),
                    BackoffMultiplier = 2,
                    RetryableStatusCodes = { StatusCode.Unknown },
                },
            },
        },
    };

    private WebApplication? _sidecar;

    public async Task<IRunningEngine> StartAsync(WorkflowCatalogue catalogue, Action<IServiceCollection> addServices, TimeProvider time)
    {
        _sidecar ??= await StartSidecarAsync();
        var channel = GrpcChannel.ForAddress(_sidecar.Urls.Single(), new GrpcChannelOptions { ServiceConfig = LookAgain });
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        addServices(builder.Services);
        builder.Services.AddSingleton(TimeProvider.System).AddSingleton(catalogue).AddSingleton<CurrentClient>().AddSingleton<ActivityRunner>();
        builder.Services.AddDurableTaskClient(client =>
        {
            client.UseGrpc(channel).Configure(options => options.DataConverter = Json);
            client.RegisterDirectly();
        });
        IHost? host = null;
        builder.Services.AddDurableTaskWorker(worker =>
        {
            worker.UseGrpc(channel).Configure(options => options.DataConverter = Json);
            worker.AddTasks(tasks => CatalogueTasks.Add(tasks, catalogue, () => host!.Services));
        });
        host = builder.Build();
        await host.StartAsync(TestContext.Current.CancellationToken);
        return new Running(host, channel);
    }

    public async ValueTask DisposeAsync()
    {
        if (_sidecar is not null)
            await _sidecar.DisposeAsync();
    }

    private static async Task<WebApplication> StartSidecarAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore()
            .ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddRoutingCore();
        builder.Services.AddGrpc();
        var store = new InMemoryOrchestrationService();
        builder.Services
            .AddSingleton<IOrchestrationService>(store)
            .AddSingleton<IOrchestrationServiceClient>(store)
            .AddSingleton<TaskHubGrpcServer>();
        var sidecar = builder.Build();
        sidecar.MapGrpcService<TaskHubGrpcServer>();
        await sidecar.StartAsync(TestContext.Current.CancellationToken);
        return sidecar;
    }

    private sealed class Running(IHost host, GrpcChannel channel) : IRunningEngine
    {
        public IOrchestrationClient Client { get; } = new DurableClient(host.Services.GetRequiredService<DurableTaskClient>, TimeProvider.System);

        public async ValueTask DisposeAsync()
        {
            await host.StopAsync();
            host.Dispose();
            channel.Dispose();
        }
    }
}
