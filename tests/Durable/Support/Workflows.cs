using Nots.Application.Orchestration;

namespace Nots.Durable.Tests.Support;

/// <summary>Orchestrators that several scenarios use.</summary>
internal static class Workflows
{
    /// <summary>A payment against the end of its hold, 15 minutes.</summary>
    public static async Task<string> RaceAsync(IOrchestrationContext context, string input)
    {
        using var cancellation = new CancellationTokenSource();
        var paid = context.WaitForExternalEventAsync<string>("paid", cancellation.Token);
        var hold = context.CreateTimerAsync(context.CurrentUtc.AddMinutes(15), cancellation.Token);
        var first = await Task.WhenAny(paid, hold);
        cancellation.Cancel();
        return first == paid ? $"paid by {await paid}" : "hold ended";
    }
}
