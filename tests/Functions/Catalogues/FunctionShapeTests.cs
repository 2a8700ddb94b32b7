using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Nots.Functions.Http;

namespace Nots.Functions.Tests.Catalogues;

/// <summary>What the host and the worker's source generators demand of a function.</summary>
public sealed partial class FunctionShapeTests
{
    [Fact]
    public void Names_are_ones_that_the_host_takes_and_each_is_of_one_function()
    {
        string[] names = [.. AppFunctions.All.Select(function => function.Name)];
        Assert.Equal(names.Distinct(StringComparer.OrdinalIgnoreCase), names);
        Assert.All(names, name => Assert.Matches(HostsName(), name));
    }

    [Fact]
    public void Functions_are_public_methods_of_public_classes_that_are_not_nested() => Assert.All(
        AppFunctions.All, function => Assert.True(function.Method is { IsPublic: true, DeclaringType: { IsPublic: true, IsNested: false } }, function.Name));

    /// <summary>Operations without an orchestration in them.</summary>
    private static readonly string[] WithoutOrchestration = ["docs-asset", "docs-get", "health-live", "openapi-get", "status-get", UnmatchedFunction.Name];

    [Fact]
    public void Every_function_that_may_tell_an_orchestration_something_gets_the_durable_client()
    {
        var without = AppFunctions.All.Where(function => !function.Method.GetParameters().Any(
            parameter => parameter.ParameterType == typeof(DurableTaskClient) && parameter.GetCustomAttribute<DurableClientAttribute>() is { TaskHub: null, ConnectionName: null }));
        Assert.Equal(
            AppFunctions.With<OrchestrationTriggerAttribute>().Select(function => function.Name).Concat(WithoutOrchestration).Order(),
            without.Select(function => function.Name).Order());
    }

    [Fact]
    public void Every_function_has_one_trigger() => Assert.Equal(
        AppFunctions.All.Count,
        AppFunctions.With<HttpTriggerAttribute>().Count() + AppFunctions.With<TimerTriggerAttribute>().Count()
            + AppFunctions.With<OrchestrationTriggerAttribute>().Count() + AppFunctions.With<ActivityTriggerAttribute>().Count());

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_-]{0,127}$")]
    private static partial Regex HostsName();
}
