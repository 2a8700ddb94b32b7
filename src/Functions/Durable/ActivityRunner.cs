using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;

namespace Nots.Functions.Durable;

/// <summary>Runs an activity inside its function, in a scope of its own.</summary>
public sealed class ActivityRunner(IServiceScopeFactory scopes, CurrentClient current)
{
    /// <param name="input">The activity's.</param>
    /// <param name="client">The invocation's.</param>
    /// <param name="function">The invocation: the function is named like the activity.</param>
    public async Task<TOutput> RunAsync<TActivity, TInput, TOutput>(TInput input, DurableTaskClient client, FunctionContext function)
        where TActivity : TaskActivity<TInput, TOutput>
    {
        current.Set(client);
        await using var scope = scopes.CreateAsyncScope();
        var activity = ActivatorUtilities.GetServiceOrCreateInstance<TActivity>(scope.ServiceProvider);
        return await activity.RunAsync(new Context(function), input);
    }

    private sealed class Context(FunctionContext function) : TaskActivityContext
    {
        public override TaskName Name => function.FunctionDefinition.Name;

        public override string InstanceId => function.BindingContext.BindingData.TryGetValue("instanceId", out var instanceId) ? $"{instanceId}" : "";
    }
}
