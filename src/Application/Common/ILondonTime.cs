namespace Nots.Application.Common;

/// <summary>The wall clock of Europe/London, where the company works.</summary>
public interface ILondonTime
{
    /// <summary>What a London clock shows at an instant (kind unspecified).</summary>
    DateTime ToLocal(DateTimeOffset instant);

    /// <summary>
    /// The instants at which a London clock shows this time: one; none in the hour that is lost in March; two, earlier first, in
    /// the hour that comes twice in October.
    /// </summary>
    IReadOnlyList<DateTimeOffset> ToInstants(DateTime local);
}
