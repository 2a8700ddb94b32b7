namespace Nots.Journeys;

/// <summary>A journey did not go on as it should.</summary>
public class StepFailedException(string message) : Exception(message);

/// <summary>The platform's settings make a scenario longer than a demo can wait. Nothing is wrong, unless the demo chose the settings.</summary>
/// <param name="what">What is too long, as a sentence.</param>
/// <param name="settings">Environment variables that would make it reachable.</param>
public sealed class PolicyOutOfReachException(string what, string settings)
    : StepFailedException($"{what} Start the platform with {settings}, or let the demo do so: ./nots demo --start");
