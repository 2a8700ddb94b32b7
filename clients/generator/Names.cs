namespace Nots.ClientGenerator;

/// <summary>Wire names as C# has them.</summary>
internal static class Names
{
    /// <summary><c>no_show</c>, <c>bookings-create</c> and <c>bookingId</c> as <c>NoShow</c>, <c>BookingsCreate</c> and <c>BookingId</c>.</summary>
    public static string Pascal(string wire) =>
        string.Concat(wire.Split('_', '-', '.', ' ').Where(word => word.Length > 0).Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    /// <summary><c>Idempotency-Key</c> as <c>idempotencyKey</c>.</summary>
    public static string Camel(string wire)
    {
        var pascal = Pascal(wire);
        return char.ToLowerInvariant(pascal[0]) + pascal[1..];
    }
}
