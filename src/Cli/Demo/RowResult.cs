using Nots.Cli.Journeys;
using Nots.Cli.Wire;

namespace Nots.Cli.Demo;

/// <summary>How one row came out.</summary>
/// <param name="Booking">As last seen; null when it never came to a booking.</param>
/// <param name="Fault">What is wrong, as a sentence; null when nothing is.</param>
internal sealed record RowResult(JourneyRow Row, Booking? Booking, string? Fault, TimeSpan Elapsed)
{
    public bool Passed => Fault is null;
}
