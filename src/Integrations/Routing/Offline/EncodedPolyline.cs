using System.Text;
using Nots.Domain.Places;

namespace Nots.Integrations.Routing.Offline;

/// <summary>Google's encoded polyline algorithm format, precision 5.</summary>
/// <remarks>https://developers.google.com/maps/documentation/utilities/polylinealgorithm</remarks>
internal static class EncodedPolyline
{
    public static string Encode(IEnumerable<Coordinates> points)
    {
        var text = new StringBuilder();
        var (latitude, longitude) = (0, 0);
        foreach (var point in points)
        {
            Append(text, Scale(point.Latitude) - latitude);
            Append(text, Scale(point.Longitude) - longitude);
            (latitude, longitude) = (Scale(point.Latitude), Scale(point.Longitude));
        }

        return text.ToString();
    }

    private static int Scale(double degrees) => (int)Math.Round(degrees * 1e5, MidpointRounding.AwayFromZero);

    /// <summary>Sign moved to the lowest bit, then five bits a character, lowest first.</summary>
    private static void Append(StringBuilder text, int difference)
    {
        var bits = (uint)((difference << 1) ^ (difference >> 31));
        for (; bits >= 0x20; bits >>= 5)
            text.Append((char)((0x20 | (bits & 0x1f)) + 63));
        text.Append((char)(bits + 63));
    }
}
