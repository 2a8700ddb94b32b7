namespace Nots.Domain.Places;

/// <summary>A position in degrees, WGS 84.</summary>
public readonly record struct Coordinates(double Latitude, double Longitude)
{
    /// <summary>Mean radius of the Earth in metres (IUGG).</summary>
    private const double EarthRadius = 6_371_008.8;

    public bool IsValid =>
        double.IsFinite(Latitude) && double.IsFinite(Longitude) && Math.Abs(Latitude) <= 90 && Math.Abs(Longitude) <= 180;

    /// <summary>Great-circle distance in metres (haversine).</summary>
    public double DistanceTo(Coordinates other)
    {
        var (lat1, lat2) = (double.DegreesToRadians(Latitude), double.DegreesToRadians(other.Latitude));
        var sinLat = Math.Sin((lat2 - lat1) / 2);
        var sinLon = Math.Sin(double.DegreesToRadians(other.Longitude - Longitude) / 2);
        var a = (sinLat * sinLat) + (Math.Cos(lat1) * Math.Cos(lat2) * sinLon * sinLon);
        return 2 * EarthRadius * Math.Asin(Math.Min(1, Math.Sqrt(a)));
    }
}
