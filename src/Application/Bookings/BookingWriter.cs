using Nots.Application.Common;
using Nots.Application.Outbox;
using Nots.Application.Storage;
using Nots.Domain.Bookings;
using Nots.Domain.Common;
using Nots.Domain.Payments;

namespace Nots.Application.Bookings;

/// <summary>
/// The one way to change a booking: the booking under its version, its event, its payment, the outbox entry and whatever else
/// must hold together, in one transaction. A lost race is tried again from a fresh read.
/// </summary>
public sealed class BookingWriter(
    IBookingStore bookings, ITransactions transactions, OutboxDispatcher outbox, IIdSource ids, TimeProvider time)
{
    /// <summary>Changes a booking and tells its orchestration.</summary>
    /// <param name="bookingId">Which.</param>
    /// <param name="decide">
    /// Looks at the booking as it is and says what is to be done, or refuses. It may be called more than once.
    /// </param>
    /// <param name="cancellationToken">The request's.</param>
    /// <returns>The booking as it is afterwards; not found when there is none.</returns>
    public Task<Result<Booking>> ChangeAsync(
        BookingId bookingId, Func<Booking, Task<Result<BookingEdit>>> decide, CancellationToken cancellationToken) =>
        ChangeAsync(bookingId, null, decide, signal: true, cancellationToken);

    /// <summary>
    /// The same for whom the booking was read a moment ago: it is decided on that, and on a fresh read only when somebody was faster.
    /// </summary>
    public Task<Result<Booking>> ChangeAsync(
        Booking read, Func<Booking, Task<Result<BookingEdit>>> decide, CancellationToken cancellationToken) =>
        ChangeAsync(read.Id, read, decide, signal: true, cancellationToken);

    /// <summary>The same from within the booking's own orchestration, which need not be told.</summary>
    public Task<Result<Booking>> ChangeQuietlyAsync(
        BookingId bookingId, Func<Booking, Task<Result<BookingEdit>>> decide, CancellationToken cancellationToken) =>
        ChangeAsync(bookingId, null, decide, signal: false, cancellationToken);

    /// <summary>Writes a new booking and starts its orchestration.</summary>
    /// <param name="change">The booking and its first event.</param>
    /// <param name="also">Puts into the transaction what the booking depends on, such as the quote that it uses up.</param>
    /// <param name="cancellationToken">The request's.</param>
    /// <returns>The booking as stored; null when a condition of the transaction did not hold.</returns>
    public async Task<Booking?> CreateAsync(BookingChange change, Action<ITransaction> also, CancellationToken cancellationToken)
    {
        var transaction = transactions.Begin();
        var booking = transaction.Add(change.Booking);
        transaction.Add(new BookingReference { Reference = booking.Reference, BookingId = booking.Id });
        transaction.Put(Payment.Of(booking));
        transaction.Add(change.Event);
        var signal = transaction.Add(Signal(booking, reopen: false));
        also(transaction);
        if (!(await transaction.CommitAsync(cancellationToken)).Committed)
            return null;
        await outbox.DispatchAsync(signal, CancellationToken.None);
        return booking;
    }

    /// <summary>Closes a booking whose orchestration has nothing left to do, unless it has changed since the orchestration read it.</summary>
    /// <param name="bookingId">Which.</param>
    /// <param name="version">In which the orchestration read it.</param>
    /// <param name="cancellationToken">The activity's.</param>
    /// <returns>Whether it is closed, now or by an earlier try whose answer was lost.</returns>
    /// <exception cref="InvalidOperationException">There is no such booking.</exception>
    public async Task<bool> CloseAsync(BookingId bookingId, long version, CancellationToken cancellationToken)
    {
        var outcome = await ChangeQuietlyAsync(
            bookingId,
            booking => Task.FromResult<Result<BookingEdit>>(
                booking.ClosedAt is null && booking.Version == version ? new BookingEdit(booking.Close(time.GetUtcNow())) : BookingEdit.Nothing),
            cancellationToken);
        if (!outcome.Succeeded)
            throw new InvalidOperationException(outcome.Refusal.Message);
        return outcome.Value is { ClosedAt: not null } closed && (closed.Version == version || closed.Version == version + 1);
    }

    private async Task<Result<Booking>> ChangeAsync(
        BookingId bookingId, Booking? read, Func<Booking, Task<Result<BookingEdit>>> decide, bool signal, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            if ((attempt == 1 ? read : null) is not { } before && (before = await bookings.GetAsync(bookingId, cancellationToken)) is null)
                return Refusal.NotFound("booking");
            var decision = await decide(before);
            if (!decision.Succeeded)
                return decision.Refusal;
            if (decision.Value == BookingEdit.Nothing)
                return before;

            var transaction = transactions.Begin();
            var (after, entry) = Write(transaction, before, decision.Value, signal);
            var outcome = await transaction.CommitAsync(cancellationToken);
            if (outcome.Committed)
            {
                if (entry is not null)
                    await outbox.DispatchAsync(entry, CancellationToken.None);
                return after;
            }
            if (decision.Value.LostTo?.Invoke(outcome) is { } settled)
                return settled.Succeeded ? before : settled.Refusal;
            if (attempt == LostRace.Attempts)
                return Refusal.Conflict("The booking is being changed by somebody else; try again.", ("status", Wire.Name(before.Status)));
            await LostRace.PauseAsync(attempt, time, cancellationToken);
        }
    }

    private (Booking After, OutboxEntry? Entry) Write(ITransaction transaction, Booking before, BookingEdit edit, bool signal)
    {
        var after = transaction.Update(edit.Booking!);
        if (edit.Event is { } entry)
            transaction.Add(entry);
        if (after.Payment != before.Payment)
            transaction.Put(Payment.Of(after));
        edit.Also?.Invoke(transaction);
        var reopen = before.ClosedAt is not null && after.ClosedAt is null;
        // A booking that was closed is looked after by nobody: even its own orchestration's late change must open it again.
        return (after, (signal && edit.Event is not null) || reopen ? transaction.Add(Signal(after, reopen)) : null);
    }

    private OutboxEntry Signal(Booking booking, bool reopen) => new()
    {
        Id = ids.New("signal"),
        Shard = OutboxEntry.ShardOf(booking.Id),
        BookingId = booking.Id,
        At = time.GetUtcNow(),
        Reopen = reopen,
    };
}
