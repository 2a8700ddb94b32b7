using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Nots.Functions.Tests.Doubles;

/// <summary>Things of Durable Task's that tests need.</summary>
internal static class An
{
    public static readonly DateTimeOffset Hour = new(2031, 3, 1, 9, 0, 0, TimeSpan.Zero);

    public static OrchestrationMetadata Instance(
        string id, OrchestrationRuntimeStatus status = OrchestrationRuntimeStatus.Running, DateTimeOffset? createdAt = null, string name = "booking") =>
        new(name, id)
        {
            RuntimeStatus = status,
            CreatedAt = createdAt ?? Hour,
            LastUpdatedAt = (createdAt ?? Hour).AddMinutes(1),
            SerializedInput = "\"in\"",
            SerializedOutput = "\"out\"",
            SerializedCustomStatus = "\"waiting\"",
            FailureDetails = new TaskFailureDetails("System.TimeoutException", "busy", "at somewhere", null, null),
        };
}
