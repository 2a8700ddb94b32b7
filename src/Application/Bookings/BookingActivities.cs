using Nots.Application.Orchestration;

namespace Nots.Application.Bookings;

/// <summary>The activities of a booking's orchestration. Their names are stored in histories: they never change.</summary>
public static class BookingActivities
{
    /// <summary>Reads the booking and its agenda.</summary>
    public static readonly ActivityName<string, BookingView> Read = new("booking-read");

    /// <summary>Sends the messages of all events after one.</summary>
    public static readonly ActivityName<EventsAfter, Nothing> Tell = new("booking-tell");

    /// <summary>Gives up on those that could not be sent.</summary>
    public static readonly ActivityName<EventsAfter, Nothing> GiveUpTelling = new("booking-give-up-telling");

    /// <summary>Sends the messages of an agenda item.</summary>
    public static readonly ActivityName<DueItem, Nothing> Remind = new("booking-remind");

    /// <summary>Gives up on those that could not be sent.</summary>
    public static readonly ActivityName<DueItem, Nothing> GiveUpReminding = new("booking-give-up-reminding");

    /// <summary>Cancels the PaymentIntent at the end of the hold and releases the booking; answers whether that is settled.</summary>
    public static readonly ActivityName<string, bool> ReleaseUnpaid = new("booking-release-unpaid");

    /// <summary>Looks at driver and vehicle again, and takes them off the job when they may no longer do it.</summary>
    public static readonly ActivityName<string, Nothing> RecheckCompliance = new("booking-recheck-compliance");

    /// <summary>Settles a journey that is over: driver free again, statistics, record sealed.</summary>
    public static readonly ActivityName<string, Nothing> Settle = new("booking-settle");

    /// <summary>Compensation: the driver and vehicle of a cancelled booking are free again.</summary>
    public static readonly ActivityName<string, bool> ReleaseDriver = new("booking-release-driver");

    /// <summary>Compensation: the intent is cancelled or the money goes back; answers whether that is settled.</summary>
    public static readonly ActivityName<string, bool> ReturnPayment = new("booking-return-payment");

    /// <summary>Closes the booking if nothing happened since it was read; answers whether it did.</summary>
    public static readonly ActivityName<BookingVersion, bool> Close = new("booking-close");
}
