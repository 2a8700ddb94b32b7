namespace Nots.Cli.Demo;

/// <summary>A journey did not go on as it should.</summary>
public class StepFailedException(string message) : Exception(message);
