using NodaTime;
using Nots.Application.Common;

namespace Nots.Integrations.Time;

/// <summary>Europe/London by the tz database that comes with NodaTime, so that it is the same on every machine.</summary>
public sealed class NodaLondonTime : ILondonTime
{
    private static readonly DateTimeZone London = DateTimeZoneProviders.Tzdb["Europe/London"];

    public DateTime ToLocal(DateTimeOffset instant) =>
        new(instant.UtcTicks + London.GetUtcOffset(Instant.FromDateTimeOffset(instant)).Ticks, DateTimeKind.Unspecified);

    /// <exception cref="ArgumentException">The time is of a kind, so it is not what a clock shows.</exception>
    public IReadOnlyList<DateTimeOffset> ToInstants(DateTime local)
    {
        if (local.Kind != DateTimeKind.Unspecified)
            throw new ArgumentException("A London clock's time has no kind.", nameof(local));
        var mapping = London.MapLocal(LocalDateTime.FromDateTime(local));
        return mapping.Count switch
        {
            0 => [],
            1 => [Utc(mapping.First())],
            _ => [Utc(mapping.First()), Utc(mapping.Last())],
        };
    }

    private static DateTimeOffset Utc(ZonedDateTime time) => time.ToInstant().ToDateTimeOffset();
}
