using System.Globalization;
using Nots.Application.Orchestration;

namespace Nots.Functions.Durable;

/// <summary>Where an instance stands among all: by the time of its creation, and by id among those of one moment.</summary>
internal readonly record struct InstancePosition(DateTimeOffset CreatedAt, string InstanceId) : IComparable<InstancePosition>
{
    private const char Separator = ' ';

    public static InstancePosition Of(OrchestrationInstance instance) => new(instance.CreatedAt, instance.InstanceId);

    /// <exception cref="ArgumentException">It is none.</exception>
    public static InstancePosition Read(string text)
    {
        var parts = text.Split(Separator, 2);
        return parts is [var ticks, { Length: > 0 } id]
            && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= DateTimeOffset.MaxValue.UtcTicks
            ? new InstancePosition(new DateTimeOffset(number, TimeSpan.Zero), id)
            : throw new ArgumentException("This is no position in a list of instances.", nameof(text));
    }

    public string Write() => string.Create(CultureInfo.InvariantCulture, $"{CreatedAt.UtcTicks}{Separator}{InstanceId}");

    public int CompareTo(InstancePosition other) =>
        CreatedAt != other.CreatedAt ? CreatedAt.CompareTo(other.CreatedAt) : string.CompareOrdinal(InstanceId, other.InstanceId);
}
