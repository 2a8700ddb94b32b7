namespace Nots.Application.Common;

/// <summary>The one place where ids come from.</summary>
public interface IIdSource
{
    /// <summary>A new id, such as <c>booking_06f…</c>: unguessable, and sorted by the time it was made.</summary>
    /// <param name="prefix">What it is an id of.</param>
    string New(string prefix);

    /// <summary>A new booking reference, <c>NOTS-</c> and six characters that cannot be mistaken for others. Not necessarily unused.</summary>
    string NewReference();
}
