namespace Nots.Application.Outbox;

/// <summary>Tells whoever looks after a booking that the booking has changed.</summary>
public interface IBookingSignals
{
    /// <returns>Whether the signal was sent; if not, it must be sent again later.</returns>
    Task<bool> SendAsync(OutboxEntry entry, CancellationToken cancellationToken);
}
