using Microsoft.DurableTask;
using Microsoft.Extensions.Time.Testing;

namespace Nots.Durable.Tests.Support;

/// <summary>
/// An orchestration whose history has every kind of event. Its code is frozen: histories of it are kept in <c>Histories</c>.
/// </summary>
internal static class Everything
{
    public const string Name = "everything";
    public const string Child = "child";
    public const string Renewing = "renewing";

    private static readonly TaskOptions Twice = TaskOptions.FromRetryPolicy(new RetryPolicy(2, TimeSpan.FromMinutes(1)));

    public static void AddTo(BackendHost host)
    {
        host.Define<string, string>(Name, RunAsync);
        host.Define<string, string>(Child, Workflows.WorkAsync);
        host.Define<int, string>(Renewing, RenewAsync);
    }

    /// <summary>The activity: what is called "fails" fails, what is called "fails once" fails until the clock has moved.</summary>
    public static Task<string> WorkAsync(FakeTimeProvider time, string input) => input switch
    {
        "fails" => throw new InvalidOperationException("always"),
        "fails once" when time.GetUtcNow() == time.Start => throw new InvalidOperationException("once"),
        _ => Task.FromResult(input + "!"),
    };

    public static async Task<string> RunAsync(TaskOrchestrationContext context, string input)
    {
        var steps = new List<string> { await context.CallActivityAsync<string>(World.Activity, input) };
        steps.AddRange(await Task.WhenAll(
            context.CallActivityAsync<string>(World.Activity, "left"), context.CallActivityAsync<string>(World.Activity, "right")));
        context.SetCustomStatus("half way");
        steps.Add(await context.CallActivityAsync<string>(World.Activity, "fails once", Twice));
        steps.Add(await Workflows.RaceAsync(context, input));
        steps.Add(await context.CallSubOrchestratorAsync<string>(Child, "works", new SubOrchestrationOptions(instanceId: $"{context.InstanceId}-works")));
        steps.Add(await FailedAsync(() => context.CallSubOrchestratorAsync<string>(Child, "fails")));
        steps.Add(await FailedAsync(() => context.CallActivityAsync<string>(World.Activity, "fails")));
        return string.Join(' ', steps);
    }

    public static async Task<string> RenewAsync(TaskOrchestrationContext context, int letters)
    {
        var letter = await context.WaitForExternalEvent<string>("letter");
        await context.CallActivityAsync<string>(World.Activity, letter);
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
        catch (TaskFailedException failed)
        {
            return failed.TaskName.ToString() + " failed";
        }
    }
}
