using System.Text.Json;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Nots.Application.Orchestration;
using Nots.Functions.Durable;

namespace Nots.Conformance.Tests.Orchestration.DurableTask;

/// <summary>The catalogue's orchestrations and activities as Durable Task's: JSON in, JSON out.</summary>
internal static class CatalogueTasks
{
    public static void Add(DurableTaskRegistry tasks, WorkflowCatalogue catalogue, Func<IServiceProvider> services)
    {
        foreach (var (name, orchestration) in catalogue.Orchestrations)
        {
            tasks.AddOrchestratorFunc<JsonElement, JsonElement>(name, async (context, input) =>
                OrchestrationJson.Deserialize<JsonElement>(await orchestration.Run(new DurableContext(context), input.GetRawText())));
        }
        foreach (var name in catalogue.Activities.Keys)
        {
            tasks.AddActivityFunc<JsonElement, JsonElement>(name, (_, input) => services().GetRequiredService<ActivityRunner>().RunAsync(
                new ActivityName<JsonElement, JsonElement>(name), input, services().GetRequiredService<DurableTaskClient>(), CancellationToken.None));
        }
    }
}
