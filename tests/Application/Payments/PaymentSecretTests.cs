using Nots.Application.Bookings;
using Nots.Application.Lifecycle;
using Nots.Application.Payments;
using Nots.Application.Storage;
using Nots.Application.Tests.Platform;

namespace Nots.Application.Tests.Payments;

public sealed class PaymentSecretTests
{
    [Fact]
    public async Task Whoever_pays_is_given_the_secret_while_the_booking_can_be_paid()
    {
        await using var platform = await RunningPlatform.StartAsync();
        var quote = await platform.QuoteAsync(TimeSpan.FromDays(1));

        var made = (await platform.Get<CreateBooking>().ExecuteAsync(RunningPlatform.Request(quote.Id, key: "one"), platform.Customer, CancellationToken.None)).Value;
        var repeated = (await platform.Get<CreateBooking>().ExecuteAsync(RunningPlatform.Request(quote.Id, key: "one"), platform.Customer, CancellationToken.None)).Value;
        var listed = await platform.Get<ListBookings>().ExecuteAsync(new BookingFilter(), 10, null, platform.Customer, CancellationToken.None);
        await platform.PayAsync(made.Booking);
        var paid = (await platform.Get<GetBooking>().ExecuteAsync(made.Booking.Id.Value, platform.Customer, CancellationToken.None)).Value;

        Assert.Equal(("pi_1_secret", "pi_1_secret"), (made.ClientSecret, repeated.ClientSecret));
        Assert.Equal("pi_1_secret", Assert.Single(listed.Items).ClientSecret);
        Assert.Null(paid.ClientSecret);
    }

    [Fact]
    public async Task A_secret_that_is_no_longer_stored_is_asked_for_at_the_card_processor()
    {
        await using var platform = await RunningPlatform.StartAsync();
        var booking = await platform.BookAsync(caller: platform.Customer);
        var secret = Assert.Single(await platform.Get<IPaymentSecretStore>().GetAsync([booking.Id], CancellationToken.None));
        var transaction = platform.Get<ITransactions>().Begin();
        transaction.Remove(secret);
        await transaction.CommitAsync(CancellationToken.None);

        var open = await platform.Get<OpenPaymentIntent>().ExecuteAsync(
            new PaymentIntentRequest { BookingId = booking.Id.Value }, platform.Customer, CancellationToken.None);

        Assert.Equal(("pi_1", "pi_1_secret"), (open.Value.Booking.Payment.IntentId, open.Value.ClientSecret));
    }
}
