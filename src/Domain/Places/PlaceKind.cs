namespace Nots.Domain.Places;

/// <summary>What kind of place a stop is, as far as the rules care (free waiting is longer at an airport).</summary>
public enum PlaceKind
{
    Address,
    Town,
    Station,
    Airport,
    Port,
    PostcodeArea,
}
