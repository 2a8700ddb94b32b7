namespace Nots.Domain.Bookings;

public enum ExtraKind
{
    Waiting,
    Tolls,
    Parking,
}
