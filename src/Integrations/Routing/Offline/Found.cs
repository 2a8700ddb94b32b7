using System.Diagnostics.CodeAnalysis;
using Nots.Domain.Places;

namespace Nots.Integrations.Routing.Offline;

/// <summary>What came of looking for a place: the place, or the constraint that the search broke and a sentence about it.</summary>
internal readonly record struct Found(Place? Place, string? Constraint, string? Message)
{
    [MemberNotNullWhen(true, nameof(Place))]
    [MemberNotNullWhen(false, nameof(Constraint), nameof(Message))]
    public bool Succeeded => Place is not null;

    public static Found At(Place place) => new(place, null, null);

    public static Found Nothing(string constraint, string message) => new(null, constraint, message);

    public static Found Unknown(string text) => Nothing("unknown_place", $"No place is known as “{text}”; give a place by name, a postcode or coordinates.");
}
