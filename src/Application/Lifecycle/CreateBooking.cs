using Nots.Application.Bookings;
using Nots.Application.Common;
using Nots.Application.Idempotency;
using Nots.Application.Payments;
using Nots.Application.Quotes;
using Nots.Domain.Bookings;
using Nots.Domain.Common;
using Nots.Domain.Quotes;
using Nots.Domain.Users;

namespace Nots.Application.Lifecycle;

/// <summary>
/// Makes a booking of a quote. One quote makes one booking, and one idempotency key one answer, however many requests come at
/// once: both are conditions of the transaction that writes the booking.
/// </summary>
public sealed class CreateBooking(
    BookingRequestReader reader,
    IQuoteStore quotes,
    IBookingStore bookings,
    IIdempotencyStore idempotency,
    BookingWriter writer,
    PaymentIntents intents,
    ManageTokens manageTokens,
    KeyedGate gate,
    IIdSource ids,
    Policies policies,
    TimeProvider time)
{
    private const int Attempts = 5;
    private static readonly TimeSpan KeyLifetime = TimeSpan.FromHours(24);

    /// <summary>The booking, or why not. A repeat under the same key gives the same booking as it is now.</summary>
    public async Task<Result<BookingDetails>> ExecuteAsync(BookingRequest request, Caller caller, CancellationToken cancellationToken)
    {
        var faults = new FaultList(request.Malformed);
        var (customer, method) = reader.Read(request, faults);
        if (faults.Any)
            return faults.ToRefusal();
        if (Forbidden(method, caller) is { } forbidden)
            return forbidden;

        using var turn = await gate.EnterAsync(request.QuoteId!, cancellationToken);
        for (var attempt = 1; ; attempt++)
        {
            var quote = QuoteId.TryParse(request.QuoteId, out var quoteId) ? await quotes.GetAsync(quoteId, cancellationToken) : null;
            var locked = quote is null ? Refusal.NotFound("quote") : quote.LockTo(BookingIdOf(quote), time.GetUtcNow());
            // A key that was used has used up its quote, or refuses the transaction, so only two need it looked up beforehand: a
            // refusal, which may be a repeat, and a card, for which an intent is opened at the processor before the transaction.
            if ((!locked.Succeeded || attempt > 1 || method == PaymentMethod.Card) && await RepeatAsync(request, caller, cancellationToken) is { } answered)
                return answered;
            if (!locked.Succeeded)
                return locked.Refusal;
            if (await TryCreateAsync(request, caller, customer, method, locked.Value, attempt, cancellationToken) is { } details)
                return details;
            if (attempt == Attempts)
                return Refusal.Conflict("The quote is being booked by somebody else; try again.", ("quoteId", locked.Value.Id.Value));
        }
    }

    private static Refusal? Forbidden(PaymentMethod method, Caller caller)
    {
        if (caller.Role == Role.Driver)
            return new Refusal(ErrorCode.Forbidden, "A driver cannot make bookings.");
        // Somebody must stand for an invoice.
        return method == PaymentMethod.Account && !caller.IsStaff
            ? new Refusal(ErrorCode.Forbidden, "Only staff and corporate customers can book on account.")
            : null;
    }

    /// <summary>The answer to a key that has been used; null when it is new.</summary>
    private async Task<Result<BookingDetails>?> RepeatAsync(BookingRequest request, Caller caller, CancellationToken cancellationToken)
    {
        if (request.IdempotencyKey is not { } key
            || await idempotency.GetAsync(CallerKey(caller), key, cancellationToken) is not { } record)
        {
            return null;
        }
        if (record.RequestHash != request.RequestHash)
            return Refusal.Conflict("This Idempotency-Key was used for another request.", ("header", "Idempotency-Key"));
        var booking = await bookings.GetAsync(BookingId.Parse(record.ResultId), cancellationToken)
            ?? throw new InvalidOperationException($"Booking {record.ResultId} is on an idempotency record and nowhere else.");
        return await DetailsAsync(booking, clientSecret: null, caller, cancellationToken);
    }

    /// <summary>The booking as stored; null when somebody else changed the quote, took the key or has the reference.</summary>
    private async Task<BookingDetails?> TryCreateAsync(
        BookingRequest request, Caller caller, Customer customer, PaymentMethod method, Quote quote, int attempt, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var bookingId = BookingIdOf(quote);
        var change = Booking.Create(
            new NewBooking(
                bookingId, ids.Reference(bookingId, attempt), ids.New<PaymentId>(), quote, customer, method, caller.Actor,
                caller.Role == Role.Customer ? caller.UserId : null, policies.PaymentHold,
                request.PickupInstructions, request.DropoffInstructions, request.SpecialRequirements),
            now);
        // Opened before the booking is written, so that both are written at once; the key is the booking's, and a booking's id
        // and reference are its quote's, so a second try, even after a crash, gets the same intent.
        var intent = method == PaymentMethod.Card ? await intents.TryOpenAsync(change.Booking, cancellationToken) : null;
        if (intent is not null)
            change = change with { Booking = change.Booking.WithIntent(intent.IntentId) };

        var booking = await writer.CreateAsync(
            change,
            transaction =>
            {
                transaction.Update(quote);
                if (intent is not null && PaymentIntents.SecretOf(change.Booking, intent) is { } secret)
                    transaction.Put(secret);
                if (request.IdempotencyKey is { } key)
                {
                    transaction.Add(new IdempotencyRecord
                    {
                        CallerKey = CallerKey(caller),
                        Key = key,
                        RequestHash = request.RequestHash,
                        ResultId = change.Booking.Id.Value,
                        ExpiresAt = now + KeyLifetime,
                    });
                }
            },
            cancellationToken);
        return booking is null ? null : await DetailsAsync(booking, intent?.ClientSecret, caller, cancellationToken);
    }

    /// <summary>For whoever booked, who may pay: with an intent, if the card processor can be reached.</summary>
    private async Task<BookingDetails> DetailsAsync(Booking booking, string? clientSecret, Caller caller, CancellationToken cancellationToken)
    {
        if (clientSecret is null && booking.Payment is { Method: PaymentMethod.Card, Open: true })
        {
            try
            {
                if (await intents.EnsureAsync(booking, cancellationToken) is { Succeeded: true } ensured)
                    (booking, clientSecret) = ensured.Value;
            }
            catch (ExternalServiceException exception) when (exception.Transient)
            {
                // The booking stands and is held; POST /payments/intents opens the intent once the processor is back.
            }
        }
        return new BookingDetails(booking, caller.IsStaff, ForPayer: true, manageTokens.For(booking.Id), clientSecret);
    }

    private static BookingId BookingIdOf(Quote quote) => BookingId.Parse(BookingId.Prefix + quote.Id.Value[QuoteId.Prefix.Length..]);

    /// <summary>
    /// A user's keys are the user's. Guests share theirs: a key that comes again with another request is refused, as it is for a
    /// user, and an answer is only repeated to the same request, which names a quote that nobody else knows.
    /// </summary>
    private static string CallerKey(Caller caller) => caller.UserId ?? "guest";
}
