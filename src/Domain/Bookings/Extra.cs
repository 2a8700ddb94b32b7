namespace Nots.Domain.Bookings;

/// <summary>Something to pay beyond the fare, settled with the driver or on the next invoice. Pence.</summary>
public sealed record Extra(ExtraKind Kind, long Amount, string Description);
