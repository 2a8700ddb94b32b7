using Nots.Cli.Journeys;
using Nots.Cli.Wire;

namespace Nots.Cli.Demo;

/// <summary>How one row came out.</summary>
/// <param name="Booking">As last seen; null when it never came to a booking.</param>
/// <param name="Fault">What is wrong, as a sentence; null when nothing is.</param>
/// <param name="NotApplicable">Why the platform's settings rule the row out, as a sentence; null when they do not.</param>
internal sealed record RowResult(JourneyRow Row, Booking? Booking, string? Fault, string? NotApplicable, TimeSpan Elapsed)
{
    public bool Passed => Fault is null && NotApplicable is null;
}
