using Nots.Api.Json;
using Nots.Domain.Bookings;
using Nots.Domain.Common;

namespace Nots.Api.Bookings;

/// <summary>Something to pay beyond the fare, in pence.</summary>
internal sealed record ExtraAnswer([property: WireNames<ExtraKind>] string Kind, long Amount, string Description)
{
    public static IReadOnlyList<ExtraAnswer> Of(IReadOnlyList<Extra> extras) => extras.Count == 0
        ? []
        : [.. extras.Select(extra => new ExtraAnswer(Wire.Name(extra.Kind), extra.Amount, extra.Description))];
}
