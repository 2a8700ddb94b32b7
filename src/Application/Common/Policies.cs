using Nots.Application.Configuration;
using Nots.Domain.Bookings;
using Nots.Domain.Dispatch;

namespace Nots.Application.Common;

/// <summary>The business rules that are settings. Each has the default of the product; a test or a demo may shorten them.</summary>
public sealed record Policies : IValidatableOptions
{
    /// <summary>How long a price holds.</summary>
    public TimeSpan QuoteValidity { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>How far ahead a pick-up must be when it is quoted.</summary>
    public TimeSpan MinimumNotice { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>How far ahead a pick-up may be.</summary>
    public TimeSpan MaximumNotice { get; init; } = TimeSpan.FromDays(365);

    /// <summary>How long a booking waits for its card payment.</summary>
    public TimeSpan PaymentHold { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>How long a driver waits at the kerb for nothing.</summary>
    public TimeSpan FreeWaiting { get; init; } = TimeSpan.FromMinutes(15);

    public TimeSpan AirportFreeWaiting { get; init; } = TimeSpan.FromMinutes(45);

    /// <summary>How near to the pick-up counts as arrived, metres.</summary>
    public int ArrivalRadiusMeters { get; init; } = 100;

    /// <summary>Between two jobs of one driver.</summary>
    public TimeSpan TravelBuffer { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>How long beyond a journey's estimated end documents must hold.</summary>
    public TimeSpan DocumentMargin { get; init; } = TimeSpan.FromHours(2);

    /// <summary>How long before the pick-up the customer is reminded.</summary>
    public TimeSpan ReminderBefore { get; init; } = TimeSpan.FromHours(24);

    /// <summary>How long before the pick-up the dispatchers are told of an unassigned job for the first time.</summary>
    public TimeSpan FirstEscalationBefore { get; init; } = TimeSpan.FromHours(24);

    /// <summary>The same for the second time; compliance is checked once more then, too.</summary>
    public TimeSpan SecondEscalationBefore { get; init; } = TimeSpan.FromHours(2);

    /// <summary>How long a job may stay unassigned after it was confirmed before anybody is told.</summary>
    public TimeSpan EscalationGrace { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How long after the pick-up time a driver who has not arrived is late.</summary>
    public TimeSpan LateAfter { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How long after its estimated end a journey that is not reported completed is asked about.</summary>
    public TimeSpan OverdueAfter { get; init; } = TimeSpan.FromHours(2);

    /// <summary>Where messages to the dispatchers go.</summary>
    public string DispatchEmail { get; init; } = "dispatch@nots.test";

    /// <summary>Where customers' links lead, without a trailing slash.</summary>
    public string WebsiteUrl { get; init; } = "http://localhost:3000";

    public JourneyRules Journey => new(ArrivalRadiusMeters, FreeWaiting, AirportFreeWaiting);

    public DispatchRules Dispatch => new(TravelBuffer, DocumentMargin);

    public IReadOnlyList<string> Faults()
    {
        var faults = new List<string>();
        Positive(QuoteValidity, nameof(QuoteValidity));
        Positive(PaymentHold, nameof(PaymentHold));
        NotNegative(MinimumNotice, nameof(MinimumNotice));
        NotNegative(FreeWaiting, nameof(FreeWaiting));
        NotNegative(AirportFreeWaiting, nameof(AirportFreeWaiting));
        NotNegative(TravelBuffer, nameof(TravelBuffer));
        NotNegative(DocumentMargin, nameof(DocumentMargin));
        NotNegative(ReminderBefore, nameof(ReminderBefore));
        NotNegative(FirstEscalationBefore, nameof(FirstEscalationBefore));
        NotNegative(SecondEscalationBefore, nameof(SecondEscalationBefore));
        NotNegative(EscalationGrace, nameof(EscalationGrace));
        NotNegative(LateAfter, nameof(LateAfter));
        NotNegative(OverdueAfter, nameof(OverdueAfter));
        if (MaximumNotice <= MinimumNotice)
            faults.Add($"{nameof(MaximumNotice)} ({MaximumNotice}) must be longer than {nameof(MinimumNotice)} ({MinimumNotice}).");
        if (ArrivalRadiusMeters <= 0)
            faults.Add($"{nameof(ArrivalRadiusMeters)} ({ArrivalRadiusMeters}) must be more than 0.");
        if (!DispatchEmail.Contains('@', StringComparison.Ordinal))
            faults.Add($"{nameof(DispatchEmail)} must be an e-mail address.");
        if (!Uri.TryCreate(WebsiteUrl, UriKind.Absolute, out _))
            faults.Add($"{nameof(WebsiteUrl)} ({WebsiteUrl}) must be an absolute URL.");
        return faults;

        void Positive(TimeSpan value, string name)
        {
            if (value <= TimeSpan.Zero)
                faults.Add($"{name} ({value}) must be more than zero.");
        }

        void NotNegative(TimeSpan value, string name)
        {
            if (value < TimeSpan.Zero)
                faults.Add($"{name} ({value}) must not be negative.");
        }
    }
}
