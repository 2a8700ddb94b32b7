namespace Nots.Api.Dispatch;

/// <summary>The shape of an assignment. It documents what <see cref="DispatchAssign"/> reads.</summary>
internal sealed record AssignBody
{
    public required string BookingId { get; init; }

    public required string DriverId { get; init; }

    public required string VehicleId { get; init; }

    /// <summary>Whether the driver gets a message; yes unless told.</summary>
    public bool? NotifyDriver { get; init; }
}
