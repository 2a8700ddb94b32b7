using Nots.Domain.Places;

namespace Nots.Integrations.Routing.Offline;

/// <summary>A named place of the gazetteer.</summary>
/// <param name="Place">As it is handed out; its postcode is an outward code.</param>
/// <param name="County">County it is in; <c>London</c> for the capital.</param>
/// <param name="Names">Its name and aliases, normalised, the name first.</param>
internal sealed record GazetteerEntry(Place Place, string County, IReadOnlyList<string> Names)
{
    public bool IsTown => Place.Kind == PlaceKind.Town;
}
