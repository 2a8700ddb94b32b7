using Microsoft.DurableTask;
using Nots.Durable.Tests.Support;

namespace Nots.Durable.Tests.RandomWorkflows;

/// <summary>Runs random workflows on the backend.</summary>
internal static class Interpreter
{
    public const string Whole = "workflow";

    private const string Part = "part";

    private static readonly TaskOptions ThreeTries = TaskOptions.FromRetryPolicy(new RetryPolicy(3, TimeSpan.FromMinutes(1), backoffCoefficient: 2));

    public static void AddTo(BackendHost host)
    {
        host.Define<Workflow, string>(Whole, RunAsync);
        host.Define<Step, string>(Part, RunAsync);
    }

    private static async Task<string> RunAsync(TaskOrchestrationContext context, Workflow workflow)
    {
        var result = workflow.SoFar + await RunAsync(context, workflow.Stages[0]) + ";";
        if (workflow.Stages.Count > 1)
            context.ContinueAsNew(new Workflow([.. workflow.Stages.Skip(1)], result));
        return result;
    }

    private static async Task<string> RunAsync(TaskOrchestrationContext context, Step step) => step switch
    {
        Work work => await WorkAsync(context, work),
        Wait wait => await context.WaitForExternalEvent<string>($"event {wait.Id}"),
        Sleep sleep => await SleepAsync(context, sleep),
        InOrder order => $"({string.Join(' ', await InOrderAsync(context, order.Steps))})",
        AtOnce once => $"[{string.Join(' ', await Task.WhenAll(once.Steps.Select(inner => RunAsync(context, inner))))}]",
        Child child => $"<{await context.CallSubOrchestratorAsync<string>(Part, child.Step, new SubOrchestrationOptions(instanceId: $"{context.InstanceId}/{child.Id}"))}>",
        Race race => await RaceAsync(context, race),
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };

    private static async Task<string> WorkAsync(TaskOrchestrationContext context, Work work)
    {
        try
        {
            return await context.CallActivityAsync<string>(World.Activity, $"{work.Id}/{work.Failures}", ThreeTries);
        }
        catch (TaskFailedException)
        {
            return $"failed{work.Id}";
        }
    }

    private static async Task<string> SleepAsync(TaskOrchestrationContext context, Sleep sleep)
    {
        var until = context.CurrentUtcDateTime.AddMinutes(sleep.Minutes);
        await context.CreateTimer(until, CancellationToken.None);
        return context.CurrentUtcDateTime >= until ? $"s{sleep.Id}" : "woke early";
    }

    private static async Task<List<string>> InOrderAsync(TaskOrchestrationContext context, IReadOnlyList<Step> steps)
    {
        var results = new List<string>();
        foreach (var step in steps)
            results.Add(await RunAsync(context, step));
        return results;
    }

    private static async Task<string> RaceAsync(TaskOrchestrationContext context, Race race)
    {
        using var cancellation = new CancellationTokenSource();
        var step = RunAsync(context, race.Step);
        var first = await Task.WhenAny(step, context.CreateTimer(context.CurrentUtcDateTime.AddYears(100), cancellation.Token));
        cancellation.Cancel();
        return first == step ? await step : "the timer won";
    }
}
