using Nots.Api.Bookings;
using Nots.Api.Pipeline;
using Nots.Api.Quotes;

namespace Nots.Api;

/// <summary>Every operation of the HTTP contract. A host offers all of them, and nothing else under their addresses.</summary>
public static class Catalogue
{
    public static IReadOnlyList<EndpointInfo> All { get; } =
    [
        QuotesCreate.Info,
        QuotesGet.Info,
        VehicleClassesList.Info,
        LocationsSearch.Info,
        BookingsCreate.Info,
        BookingsList.Info,
        BookingsGet.Info,
        BookingsAmend.Info,
        BookingsCancel.Info,
        BookingsEvents.Info,
    ];
}
