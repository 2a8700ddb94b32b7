namespace Nots.Api.Json;

/// <summary>Times as they are sent: UTC with <c>Z</c>, to the millisecond.</summary>
internal static class WireClock
{
    /// <summary>The serializer writes a UTC <see cref="DateTime"/> as ISO 8601 with <c>Z</c>, and no more digits than there are.</summary>
    public static DateTime Utc(DateTimeOffset instant) =>
        new(instant.UtcTicks - (instant.UtcTicks % TimeSpan.TicksPerMillisecond), DateTimeKind.Utc);

    public static DateTime? Utc(DateTimeOffset? instant) => instant is { } known ? Utc(known) : null;
}
