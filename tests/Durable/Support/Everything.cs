using Microsoft.Extensions.Time.Testing;
using Nots.Application.Orchestration;

namespace Nots.Durable.Tests.Support;

/// <summary>
/// An orchestration whose history has every kind of event. Its code is frozen: histories of it are kept in <c>Histories</c>.
/// </summary>
internal static class Everything
{
    public static readonly OrchestrationName<string, string> Name = new("everything");
    public static readonly OrchestrationName<string, string> Child = new("child");
    public static readonly OrchestrationName<int, string> Renewing = new("renewing");

    private static readonly RetryPolicy Twice = new(2, TimeSpan.FromMinutes(1));

    public static WorkflowCatalogue AddTo(WorkflowCatalogue catalogue) => catalogue
        .AddOrchestration(Name, () => new ScriptedOrchestrator<string, string>(RunAsync))
        .AddOrchestration(Child, () => new ScriptedOrchestrator<string, string>(RunChildAsync))
        .AddOrchestration(Renewing, () => new ScriptedOrchestrator<int, string>(RenewAsync));

    /// <summary>The activity: what is called "fails" fails, what is called "fails once" fails until the clock has moved.</summary>
    public static Task<string> WorkAsync(FakeTimeProvider time, string input) => input switch
    {
        "fails" => throw new InvalidOperationException("always"),
        "fails once" when time.GetUtcNow() == time.Start => throw new InvalidOperationException("once"),
        _ => Task.FromResult(input + "!"),
    };

    private static async Task<string> RunAsync(IOrchestrationContext context, string input)
    {
        var steps = new List<string> { await context.CallActivityAsync(ScriptedActivity.Name, input) };
        steps.AddRange(await Task.WhenAll(
            context.CallActivityAsync(ScriptedActivity.Name, "left"), context.CallActivityAsync(ScriptedActivity.Name, "right")));
        context.SetCustomStatus("half way");
        steps.Add(await context.CallActivityAsync(ScriptedActivity.Name, "fails once", Twice));
        steps.Add(await Workflows.RaceAsync(context, input));
        steps.Add(await context.CallSubOrchestrationAsync(Child, "works", $"{context.InstanceId}-works"));
        steps.Add(await FailedAsync(() => context.CallSubOrchestrationAsync(Child, "fails")));
        steps.Add(await FailedAsync(() => context.CallActivityAsync(ScriptedActivity.Name, "fails")));
        return string.Join(' ', steps);
    }

    private static Task<string> RunChildAsync(IOrchestrationContext context, string input) =>
        context.CallActivityAsync(ScriptedActivity.Name, input);

    private static async Task<string> RenewAsync(IOrchestrationContext context, int letters)
    {
        var letter = await context.WaitForExternalEventAsync<string>("letter");
        await context.CallActivityAsync(ScriptedActivity.Name, letter);
        if (letters > 1)
            context.ContinueAsNew(letters - 1);
        return letter;
    }

    private static async Task<string> FailedAsync(Func<Task<string>> step)
    {
        try
        {
            return await step();
        }
        catch (Exception failed) when (failed is ActivityFailedException or SubOrchestrationFailedException)
        {
            return failed.GetType().Name;
        }
    }
}
