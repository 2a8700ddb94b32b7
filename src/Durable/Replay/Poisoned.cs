using Nots.Application.Orchestration;

namespace Nots.Durable.Replay;

/// <summary>The failure of an activity that takes the process down with it. Another try would do the same, so there is none.</summary>
internal static class Poisoned
{
    public const string ErrorType = "Nots.Durable.PoisonedActivity";

    public static FailureDetails Failure(int deliveries) =>
        new(ErrorType, $"The process ended {deliveries} times while this activity ran; it is not started again.");
}
