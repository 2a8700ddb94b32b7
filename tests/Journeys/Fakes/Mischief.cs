namespace Nots.Journeys.Tests.Fakes;

/// <summary>What the fake platform does wrong.</summary>
internal sealed record Mischief
{
    /// <summary>Pence that Stripe's books have more than the platform's, on each charge.</summary>
    public long ChargedTooMuch { get; init; }

    /// <summary>Pence by which refunds are short.</summary>
    public long RefundedTooLittle { get; init; }

    /// <summary>How often a card is charged.</summary>
    public int ChargesOfOnePayment { get; init; } = 1;

    /// <summary>Messages that are sent twice.</summary>
    public string? TemplateSentTwice { get; init; }

    /// <summary>Messages that are not sent.</summary>
    public string? TemplateForgotten { get; init; }

    /// <summary>The webhook never comes.</summary>
    public bool NeverConfirms { get; init; }

    /// <summary>The state in which orchestrations stay that should be completed.</summary>
    public string? OrchestrationsStay { get; init; }

    /// <summary>How many of the eligible are taken when they are asked.</summary>
    public int DriversTaken { get; init; }
}
