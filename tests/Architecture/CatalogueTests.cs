using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Worker;
using Microsoft.DurableTask.Worker.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Nots.Api;
using Nots.Application.Lifecycle;
using Nots.Application.Timers;

namespace Nots.Architecture.Tests;

/// <summary>Names of running things outlive the code: each stands for one thing, and everything has one.</summary>
public sealed partial class CatalogueTests
{
    /// <summary>Every orchestrator and activity of the application, by its stable name.</summary>
    private static readonly IReadOnlyList<(string Name, Type Type)> Workflows =
    [
        .. typeof(BookingWorkflows).Assembly.GetTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && (type.IsAssignableTo(typeof(ITaskOrchestrator)) || type.IsAssignableTo(typeof(ITaskActivity))))
            .Select(type => (type.GetCustomAttribute<DurableTaskAttribute>()?.Name.Name ?? $"{type.Name} without a name", type)),
    ];

    [Fact]
    public void Orchestrations_activities_and_timers_have_names_of_their_own()
    {
        string[] names = [.. Workflows.Select(workflow => workflow.Name), .. TimerCatalogue.All(new TimerSettings()).Select(job => job.Name)];
        Assert.Equal(names.Distinct(StringComparer.OrdinalIgnoreCase), names);
        Assert.All(names, name => Assert.Matches(StableName(), name));
    }

    [Fact]
    public void Every_orchestrator_and_activity_is_registered()
    {
        var services = new ServiceCollection();
        services.AddDurableTaskWorker(worker => worker.AddTasks(tasks => tasks.AddBookingWorkflows()).UseBuildTarget<Registered>());
        using var provider = services.BuildServiceProvider();
        var registered = provider.GetServices<IHostedService>().OfType<Registered>().Single();
        Assert.NotEmpty(Workflows);
        Assert.All(Workflows, workflow => Assert.True(registered.Has(workflow.Name, workflow.Type, provider), workflow.Name));
    }

    [Fact]
    public void Operations_of_the_contract_have_names_and_addresses_of_their_own()
    {
        var operations = NotsEndpoints.All();
        string[] names = [.. operations.Select(operation => operation.Metadata.GetRequiredMetadata<IEndpointNameMetadata>().EndpointName)];
        Assert.Equal(names.Distinct(StringComparer.OrdinalIgnoreCase), names);
        Assert.All(names, name => Assert.Matches(StableName(), name));
        string[] addresses =
            [.. operations.Select(operation => $"{operation.Metadata.GetRequiredMetadata<IHttpMethodMetadata>().HttpMethods.Single()} {operation.RoutePattern.RawText}")];
        Assert.Equal(addresses.Distinct(StringComparer.OrdinalIgnoreCase), addresses);
    }

    [GeneratedRegex("^[a-z]+([-.][a-z]+)*$")]
    private static partial Regex StableName();

    /// <summary>A worker that runs nothing and tells what it could run.</summary>
    private sealed class Registered(string name, IDurableTaskFactory factory) : DurableTaskWorker(name, factory)
    {
        public bool Has(TaskName task, Type type, IServiceProvider services)
        {
            try
            {
                return type.IsAssignableTo(typeof(ITaskOrchestrator))
                    ? Factory.TryCreateOrchestrator(task, services, out _)
                    : Factory.TryCreateActivity(task, services, out _);
            }
            catch (InvalidOperationException)
            {
                // It is known; the services that it needs are not here.
                return true;
            }
        }

        protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.CompletedTask;
    }
}
