using Nots.Application.Configuration;

namespace Nots.Application.Timers;

/// <summary>How often the timers run.</summary>
public sealed record TimerSettings : IValidatableOptions
{
    public TimeSpan RelayOutbox { get; init; } = TimeSpan.FromMinutes(1);

    public TimeSpan ReconcilePayments { get; init; } = TimeSpan.FromMinutes(15);

    public IReadOnlyList<string> Faults()
    {
        var faults = new List<string>();
        AtLeastASecond(RelayOutbox, nameof(RelayOutbox));
        AtLeastASecond(ReconcilePayments, nameof(ReconcilePayments));
        return faults;

        void AtLeastASecond(TimeSpan value, string name)
        {
            if (value < TimeSpan.FromSeconds(1) || value > TimeSpan.FromDays(1))
                faults.Add($"Timers:{name} ({value}) must be from a second to a day.");
        }
    }
}
