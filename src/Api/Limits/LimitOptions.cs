using Nots.Application.Configuration;

namespace Nots.Api.Limits;

/// <summary>Requests allowed in one clock hour.</summary>
public sealed record LimitOptions : IValidatableOptions
{
    /// <summary>Per address, without a token.</summary>
    public int AnonymousPerHour { get; init; } = 100;

    /// <summary>Per customer or driver.</summary>
    public int UserPerHour { get; init; } = 1_000;

    /// <summary>Per dispatcher, admin or owner.</summary>
    public int StaffPerHour { get; init; } = 5_000;

    public IReadOnlyList<string> Faults()
    {
        (string Name, int Value)[] limits =
            [(nameof(AnonymousPerHour), AnonymousPerHour), (nameof(UserPerHour), UserPerHour), (nameof(StaffPerHour), StaffPerHour)];
        return [.. limits.Where(limit => limit.Value < 1).Select(limit => $"Limits: {limit.Name} ({limit.Value}) must be at least 1.")];
    }
}
