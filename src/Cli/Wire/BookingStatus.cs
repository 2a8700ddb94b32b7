namespace Nots.Cli.Wire;

/// <summary>A booking's states as they are written.</summary>
internal static class BookingStatus
{
    public const string Pending = "pending";
    public const string Confirmed = "confirmed";
    public const string Completed = "completed";
    public const string Cancelled = "cancelled";
    public const string NoShow = "no_show";
}
