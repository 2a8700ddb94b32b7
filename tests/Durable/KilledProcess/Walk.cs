using Nots.Application.Orchestration;

namespace Nots.Durable.KilledProcess;

/// <summary>Takes a number of steps, one after the other; a negative number: one that kills.</summary>
internal sealed class Walk : IOrchestrator<int, string>
{
    public static readonly OrchestrationName<int, string> Name = new("walk");

    public async Task<string> RunAsync(IOrchestrationContext context, int input)
    {
        if (input < 0)
            return await DieAsync(context);
        for (var step = 1; step <= input; step++)
            await context.CallActivityAsync(WriteStep.Name, $"{context.InstanceId}/{step}");
        return $"{input} steps";
    }

    private static async Task<string> DieAsync(IOrchestrationContext context)
    {
        try
        {
            return await context.CallActivityAsync(WriteStep.Name, $"{context.InstanceId}/die", new RetryPolicy(5, TimeSpan.FromMilliseconds(1)));
        }
        catch (ActivityFailedException failed)
        {
            return failed.Failure.ErrorType;
        }
    }
}
