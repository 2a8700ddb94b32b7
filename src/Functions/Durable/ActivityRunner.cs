using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Nots.Application.Orchestration;

namespace Nots.Functions.Durable;

/// <summary>Runs an activity of the catalogue inside a function: in a scope of its own, and no longer than it may take.</summary>
public sealed class ActivityRunner(WorkflowCatalogue workflows, IServiceProvider services, CurrentClient current, TimeProvider time)
{
    /// <exception cref="TimeoutException">It took longer than it may; Durable Task counts that as a failed try.</exception>
    public async Task<TResult> RunAsync<TInput, TResult>(
        ActivityName<TInput, TResult> name, TInput input, DurableTaskClient client, CancellationToken cancellationToken)
    {
        current.Set(client);
        var activity = workflows.Activities[name.Value];
        using var late = new CancellationTokenSource(activity.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        await using var scope = services.CreateAsyncScope();
        try
        {
            var result = await activity.Run(scope.ServiceProvider, OrchestrationJson.Serialize(input), either.Token).WaitAsync(either.Token);
            return OrchestrationJson.Deserialize<TResult>(result);
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"The activity did not end within {activity.Timeout}.");
        }
    }
}
