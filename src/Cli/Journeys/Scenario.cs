namespace Nots.Cli.Journeys;

/// <summary>What becomes of a booking in a demo.</summary>
internal enum Scenario
{
    /// <summary>Paid, driven, completed.</summary>
    Complete,

    /// <summary>The customer cancels well ahead.</summary>
    CancelEarly,

    /// <summary>The customer cancels shortly before the pick-up, with a driver assigned.</summary>
    CancelLate,

    /// <summary>The customer cancels when the driver is on the way.</summary>
    CancelEnRoute,

    /// <summary>Staff cancel.</summary>
    CancelByStaff,

    /// <summary>The passenger does not come.</summary>
    NoShow,

    /// <summary>The card is declined and the customer gives up.</summary>
    Declined,

    /// <summary>The card is declined, another one is taken, and the journey is driven.</summary>
    DeclinedThenPaid,

    /// <summary>The bank asks the card holder; then paid, driven, completed.</summary>
    Authentication,

    /// <summary>Nobody pays, and the hold ends.</summary>
    PaymentTimeout,
}
