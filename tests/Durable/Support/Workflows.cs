using Microsoft.DurableTask;

namespace Nots.Durable.Tests.Support;

/// <summary>Orchestrators that several scenarios use.</summary>
internal static class Workflows
{
    /// <summary>A payment against the end of its hold, 15 minutes.</summary>
    public static async Task<string> RaceAsync(TaskOrchestrationContext context, string input)
    {
        using var cancellation = new CancellationTokenSource();
        var paid = context.WaitForExternalEvent<string>("paid", cancellation.Token);
        var hold = context.CreateTimer(context.CurrentUtcDateTime.AddMinutes(15), cancellation.Token);
        var first = await Task.WhenAny(paid, hold);
        cancellation.Cancel();
        return first == paid ? $"paid by {await paid}" : "hold ended";
    }

    public static Task<string> WorkAsync(TaskOrchestrationContext context, string input) => context.CallActivityAsync<string>(World.Activity, input);

    public static Task<string> WaitAsync(TaskOrchestrationContext context, string input) => context.WaitForExternalEvent<string>("go");
}
