using Nots.Application.Orchestration;

namespace Nots.Durable.Tests.RandomWorkflows;

/// <summary>Runs random workflows on the engine.</summary>
internal static class Interpreter
{
    public static readonly OrchestrationName<Workflow, string> Whole = new("workflow");
    public static readonly OrchestrationName<Step, string> Part = new("part");

    private static readonly RetryPolicy ThreeTries = new(3, TimeSpan.FromMinutes(1), BackoffCoefficient: 2);

    public static void AddTo(WorkflowCatalogue catalogue) => catalogue
        .AddOrchestration(Whole, () => new ScriptedOrchestrator<Workflow, string>(RunAsync))
        .AddOrchestration(Part, () => new ScriptedOrchestrator<Step, string>(RunAsync));

    private static async Task<string> RunAsync(IOrchestrationContext context, Workflow workflow)
    {
        var result = workflow.SoFar + await RunAsync(context, workflow.Stages[0]) + ";";
        if (workflow.Stages.Count > 1)
            context.ContinueAsNew(new Workflow([.. workflow.Stages.Skip(1)], result));
        return result;
    }

    private static async Task<string> RunAsync(IOrchestrationContext context, Step step) => step switch
    {
        Work work => await WorkAsync(context, work),
        Wait wait => await context.WaitForExternalEventAsync<string>($"event {wait.Id}"),
        Sleep sleep => await SleepAsync(context, sleep),
        InOrder order => $"({string.Join(' ', await InOrderAsync(context, order.Steps))})",
        AtOnce once => $"[{string.Join(' ', await Task.WhenAll(once.Steps.Select(inner => RunAsync(context, inner))))}]",
        Child child => $"<{await context.CallSubOrchestrationAsync(Part, child.Step, $"{context.InstanceId}/{child.Id}")}>",
        Race race => await RaceAsync(context, race),
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };

    private static async Task<string> WorkAsync(IOrchestrationContext context, Work work)
    {
        try
        {
            return await context.CallActivityAsync(ScriptedActivity.Name, $"{work.Id}/{work.Failures}", ThreeTries);
        }
        catch (ActivityFailedException)
        {
            return $"failed{work.Id}";
        }
    }

    private static async Task<string> SleepAsync(IOrchestrationContext context, Sleep sleep)
    {
        var until = context.CurrentUtc.AddMinutes(sleep.Minutes);
        await context.CreateTimerAsync(until);
        return context.CurrentUtc >= until ? $"s{sleep.Id}" : "woke early";
    }

    private static async Task<List<string>> InOrderAsync(IOrchestrationContext context, IReadOnlyList<Step> steps)
    {
        var results = new List<string>();
        foreach (var step in steps)
            results.Add(await RunAsync(context, step));
        return results;
    }

    private static async Task<string> RaceAsync(IOrchestrationContext context, Race race)
    {
        using var cancellation = new CancellationTokenSource();
        var step = RunAsync(context, race.Step);
        var first = await Task.WhenAny(step, context.CreateTimerAsync(context.CurrentUtc.AddYears(100), cancellation.Token));
        cancellation.Cancel();
        return first == step ? await step : "the timer won";
    }
}
