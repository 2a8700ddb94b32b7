using DurableTask.Core;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Worker;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Nots.Durable.TaskHub;

/// <summary>Puts the Durable Task SDK's worker and client on a backend in this process.</summary>
public static class TaskHubExtensions
{
    /// <summary>Takes work from the registered <see cref="IOrchestrationService"/>.</summary>
    public static IDurableTaskWorkerBuilder UseTaskHub(this IDurableTaskWorkerBuilder builder)
    {
        builder.Services.TryAddSingleton(TimeProvider.System);
        return builder.UseBuildTarget<TaskHubDurableTaskWorker>();
    }

    /// <summary>Talks to the registered <see cref="IOrchestrationServiceClient"/>.</summary>
    public static IDurableTaskClientBuilder UseTaskHub(this IDurableTaskClientBuilder builder)
    {
        builder.Services.TryAddSingleton(TimeProvider.System);
        return builder.UseBuildTarget<TaskHubClient>();
    }
}
