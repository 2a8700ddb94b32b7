using Microsoft.DurableTask;

namespace Nots.Durable.KilledProcess;

/// <summary>Takes a number of steps, one after the other; a negative number: one that kills.</summary>
internal static class Walk
{
    public const string Name = "walk";
    public const string Step = "write step";

    public static async Task<string> RunAsync(TaskOrchestrationContext context, int input)
    {
        if (input < 0)
            return await DieAsync(context);
        for (var step = 1; step <= input; step++)
            await context.CallActivityAsync<string>(Step, $"{context.InstanceId}/{step}");
        return $"{input} steps";
    }

    private static async Task<string> DieAsync(TaskOrchestrationContext context)
    {
        try
        {
            return await context.CallActivityAsync<string>(Step, $"{context.InstanceId}/die");
        }
        catch (TaskFailedException failed)
        {
            return failed.FailureDetails.ErrorType;
        }
    }
}
