namespace Nots.Cli.Wire;

/// <summary>Something that happened to a booking.</summary>
internal sealed record TimelineEntry(DateTimeOffset At, string Event);
