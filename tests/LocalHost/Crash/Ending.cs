namespace Nots.LocalHost.Tests.Crash;

/// <summary>How a booking is planned to end.</summary>
internal enum Ending
{
    Completed,

    /// <summary>Called off before it was paid.</summary>
    CancelledUnpaid,

    /// <summary>Called off before it had a driver.</summary>
    CancelledConfirmed,

    /// <summary>Called off when it had a driver.</summary>
    CancelledAssigned,

    /// <summary>Called off with the driver on the way: nothing is refunded.</summary>
    CancelledEnRoute,
}
