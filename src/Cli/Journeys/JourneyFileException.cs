namespace Nots.Cli.Journeys;

/// <summary>The file of journeys cannot be used; the message names every fault.</summary>
public sealed class JourneyFileException(string message) : Exception(message);
