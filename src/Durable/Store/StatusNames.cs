using Nots.Application.Orchestration;

namespace Nots.Durable.Store;

/// <summary>How a status is stored: by a name that does not change when the enumeration does.</summary>
internal static class StatusNames
{
    public static string Of(OrchestrationStatus status) => status switch
    {
        OrchestrationStatus.Pending => "pending",
        OrchestrationStatus.Running => "running",
        OrchestrationStatus.Suspended => "suspended",
        OrchestrationStatus.Completed => "completed",
        OrchestrationStatus.Failed => "failed",
        OrchestrationStatus.Terminated => "terminated",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    public static OrchestrationStatus Parse(string name) => name switch
    {
        "pending" => OrchestrationStatus.Pending,
        "running" => OrchestrationStatus.Running,
        "suspended" => OrchestrationStatus.Suspended,
        "completed" => OrchestrationStatus.Completed,
        "failed" => OrchestrationStatus.Failed,
        "terminated" => OrchestrationStatus.Terminated,
        _ => throw new InvalidDataException($"The status '{name}' is not one that this version knows."),
    };

    public static bool HasEnded(this OrchestrationStatus status) =>
        status is OrchestrationStatus.Completed or OrchestrationStatus.Failed or OrchestrationStatus.Terminated;
}
