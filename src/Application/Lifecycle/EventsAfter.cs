namespace Nots.Application.Lifecycle;

/// <summary>The events of a booking after one of them, up to another.</summary>
public sealed record EventsAfter(string BookingId, int After, int UpTo);
