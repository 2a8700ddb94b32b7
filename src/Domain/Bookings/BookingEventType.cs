namespace Nots.Domain.Bookings;

/// <summary>The names of what happens to a booking. They are stored and sent: they never change.</summary>
public static class BookingEventType
{
    public const string Created = "created";
    public const string PaymentFailed = "payment_failed";
    public const string PaymentCompleted = "payment_completed";
    public const string PaymentCancelled = "payment_cancelled";
    public const string PaymentMismatch = "payment_mismatch";
    public const string PaymentDisputed = "payment_disputed";
    public const string Confirmed = "confirmed";
    public const string DriverAssigned = "driver_assigned";
    public const string DriverUnassigned = "driver_unassigned";
    public const string Amended = "amended";
    public const string PickupTimeChanged = "pickup_time_changed";
    public const string EnRoute = "en_route";
    public const string Arrived = "arrived";
    public const string Onboard = "onboard";
    public const string Completed = "completed";
    public const string NoShow = "no_show";
    public const string Cancelled = "cancelled";
    public const string Refunded = "refunded";
    public const string RefundFailed = "refund_failed";
}
