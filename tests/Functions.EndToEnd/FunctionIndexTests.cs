using System.Reflection;
using Microsoft.DurableTask;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Nots.Api;
using Nots.Application.Lifecycle;
using Nots.Application.Timers;
using Nots.Functions.EndToEnd.Tests.Running;
using Nots.Functions.Http;

namespace Nots.Functions.EndToEnd.Tests;

/// <summary>The worker tells its host which functions it has: those of the contract, the workflows and the timers, and no others.</summary>
public sealed class FunctionIndexTests(Laptop laptop)
{
    [Fact]
    public async Task The_worker_indexes_every_operation_workflow_and_timer_and_nothing_else()
    {
        var workflows = typeof(BookingOrchestration).Assembly.GetTypes().Where(type => !type.IsAbstract).ToList();
        string[] expected =
        [
            .. NotsEndpoints.All().Select(operation => $"httpTrigger {operation.Metadata.GetRequiredMetadata<IEndpointNameMetadata>().EndpointName}"),
            $"httpTrigger {UnmatchedFunction.Name}",
            .. workflows.Where(type => type.IsAssignableTo(typeof(ITaskOrchestrator))).Select(type => $"orchestrationTrigger {Name(type)}"),
            .. workflows.Where(type => type.IsAssignableTo(typeof(ITaskActivity))).Select(type => $"activityTrigger {Name(type)}"),
            .. TimerCatalogue.All(new TimerSettings()).Select(job => $"timerTrigger {job.Name}"),
        ];

        var functions = await laptop.Host.FunctionsAsync(TestContext.Current.CancellationToken);

        Assert.Equal(expected.Order(StringComparer.Ordinal), functions.Select(function => $"{function.Trigger} {function.Name}").Order(StringComparer.Ordinal));
    }

    private static string Name(Type workflow) => workflow.GetCustomAttribute<DurableTaskAttribute>()!.Name.Name;
}
