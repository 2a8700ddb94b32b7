using DurableTask.Core;
using Microsoft.DurableTask.Testing.Sidecar;

namespace Nots.Functions.StandInHost.Durable;

/// <summary>Where the stand-in keeps orchestrations: any Durable Task backend. It is created and started, and left to its owner in the end.</summary>
/// <param name="Service">Gives out work.</param>
/// <param name="Client">Starts, tells and asks.</param>
public sealed record DurableBackend(IOrchestrationService Service, IOrchestrationServiceClient Client)
{
    /// <summary>Forgets everything with the process, and cannot tell histories.</summary>
    public static DurableBackend InMemory()
    {
        var service = new InMemoryOrchestrationService();
        return new DurableBackend(service, service);
    }
}
