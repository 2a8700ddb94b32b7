using System.Globalization;

namespace Nots.Application.Common;

/// <summary>
/// Reads times as they come in: ISO 8601 with an offset or <c>Z</c>; without one it is what a London clock shows, and then it
/// must be an hour that exists, and exists once.
/// </summary>
public sealed class WireTime(ILondonTime london)
{
    private static readonly string[] WithOffset =
        ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    private static readonly string[] Local =
        ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF"];

    /// <summary>The instant, UTC; or null, with the field's fault in the list.</summary>
    public DateTimeOffset? Read(string field, string? text, FaultList faults)
    {
        if (!faults.Require(field, text))
            return null;
        if (DateTime.TryParseExact(text, Local, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            && local.Kind == DateTimeKind.Unspecified)
        {
            return FromLondon(field, local, faults);
        }
        if (DateTimeOffset.TryParseExact(text, WithOffset, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant))
            return instant.ToUniversalTime();
        faults.Add(field, "format", $"{field} must be a time such as 2026-12-10T14:30:00Z.");
        return null;
    }

    private DateTimeOffset? FromLondon(string field, DateTime local, FaultList faults)
    {
        var instants = london.ToInstants(local);
        switch (instants.Count)
        {
            case 1:
                return instants[0];
            case 0:
                faults.Add(field, "lost_hour", $"{field}: the clocks go forward and this London time does not exist; choose another, or send an offset.");
                return null;
            default:
                faults.Add(field, "doubled_hour", $"{field}: the clocks go back and this London time comes twice; send an offset (+01:00 for the first, Z for the second).");
                return null;
        }
    }
}
