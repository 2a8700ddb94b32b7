namespace Nots.Cli.Demo.Scenarios;

/// <summary>What is done to a journey, from the quote to its end. Each reads like the story that it tells.</summary>
internal interface IScenario
{
    /// <exception cref="StepFailedException">It did not go as told.</exception>
    Task PlayAsync(JourneyRun run, CancellationToken cancellationToken);
}
