using Nots.Application.Orchestration;

namespace Nots.Durable.Bench;

/// <summary>A number of activities, one after the other.</summary>
internal sealed class Steps : IOrchestrator<int, int>
{
    public static readonly OrchestrationName<int, int> Name = new("steps");

    public async Task<int> RunAsync(IOrchestrationContext context, int input)
    {
        for (var step = 0; step < input; step++)
            await context.CallActivityAsync(NoWork.Name, step);
        return input;
    }
}
