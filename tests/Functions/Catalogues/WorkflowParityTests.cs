using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Nots.Functions.Tests.Catalogues;

/// <summary>The function app runs the application's orchestrations and activities under their stable names.</summary>
public sealed class WorkflowParityTests
{
    [Fact]
    public void Every_orchestration_has_its_function_and_every_function_its_orchestration() =>
        Assert.Equal(AppWorkflows.Orchestrations.Order(), AppFunctions.With<OrchestrationTriggerAttribute>().Select(function => function.Name).Order());

    [Fact]
    public void An_orchestrations_function_takes_the_context_and_nothing_else() => Assert.All(
        AppFunctions.With<OrchestrationTriggerAttribute>(),
        function => Assert.Equal(typeof(TaskOrchestrationContext), Assert.Single(function.Method.GetParameters()).ParameterType));

    [Fact]
    public void Every_activity_has_its_function_and_every_function_its_activity() =>
        Assert.Equal(AppWorkflows.Activities.Keys.Order(), AppFunctions.With<ActivityTriggerAttribute>().Select(function => function.Name).Order());

    [Fact]
    public void An_activitys_function_takes_and_gives_what_the_activity_does() => Assert.All(
        AppFunctions.With<ActivityTriggerAttribute>(),
        function => Assert.Equal(
            AppWorkflows.Activities[function.Name],
            [AppFunctions.Input<ActivityTriggerAttribute>(function.Method).ParameterType, function.Method.ReturnType.GetGenericArguments().Single()]));
}
