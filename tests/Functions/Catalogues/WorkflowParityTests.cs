using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Nots.Application.Bookings;
using Nots.Application.Orchestration;

namespace Nots.Functions.Tests.Catalogues;

/// <summary>The function app runs the orchestrations and activities of the catalogue under their stable names.</summary>
public sealed class WorkflowParityTests
{
    private static readonly WorkflowCatalogue Workflows = new WorkflowCatalogue().AddBookings();

    [Fact]
    public void Every_orchestration_has_its_function_and_every_function_its_orchestration() =>
        Assert.Equal(Workflows.Orchestrations.Keys.Order(), AppFunctions.With<OrchestrationTriggerAttribute>().Select(function => function.Name).Order());

    [Fact]
    public void An_orchestrations_function_takes_the_context_and_nothing_else() => Assert.All(
        AppFunctions.With<OrchestrationTriggerAttribute>(),
        function => Assert.Equal(typeof(TaskOrchestrationContext), Assert.Single(function.Method.GetParameters()).ParameterType));

    [Fact]
    public void Every_activity_has_its_function_and_every_function_its_activity() =>
        Assert.Equal(Workflows.Activities.Keys.Order(), AppFunctions.With<ActivityTriggerAttribute>().Select(function => function.Name).Order());

    [Fact]
    public void An_activitys_function_takes_and_gives_what_the_activity_does()
    {
        var declared = typeof(BookingActivities).GetFields()
            .Where(field => field.FieldType.IsGenericType)
            .Select(field => (Name: (string)field.FieldType.GetProperty("Value")!.GetValue(field.GetValue(null))!, Types: field.FieldType.GetGenericArguments()))
            .ToDictionary(activity => activity.Name, activity => activity.Types);

        Assert.All(AppFunctions.With<ActivityTriggerAttribute>(), function => Assert.Equal(
            declared[function.Name],
            [AppFunctions.Input<ActivityTriggerAttribute>(function.Method).ParameterType, function.Method.ReturnType.GetGenericArguments().Single()]));
    }
}
