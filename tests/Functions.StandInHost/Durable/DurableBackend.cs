using DurableTask.Core;
using Microsoft.Extensions.Logging.Abstractions;
using Nots.Durable.Sqlite;

namespace Nots.Functions.StandInHost.Durable;

/// <summary>Where the stand-in keeps orchestrations: any Durable Task backend. It starts and stops it; to dispose of it is its owner's affair.</summary>
/// <param name="Service">Gives out work.</param>
/// <param name="Client">Starts, tells and asks.</param>
public sealed record DurableBackend(IOrchestrationService Service, IOrchestrationServiceClient Client)
{
    /// <summary>The project's own backend.</summary>
    /// <param name="path">Its file, made when it is not there.</param>
    /// <param name="time">When its timers are due; null for the system's clock.</param>
    public static DurableBackend Sqlite(string path, TimeProvider? time = null)
    {
        var service = new SqliteOrchestrationService(
            new SqliteOrchestrationServiceOptions { DatabasePath = path }, time ?? TimeProvider.System, NullLogger<SqliteOrchestrationService>.Instance);
        return new DurableBackend(service, service);
    }
}
