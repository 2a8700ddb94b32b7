using Nots.Application.Bookings;
using Nots.Application.Lifecycle;
using Nots.Application.Tests.Platform;
using Nots.Domain.Bookings;
using Nots.Domain.Common;

namespace Nots.Application.Tests.Lifecycle;

public sealed class CreateBookingTests
{
    [Fact]
    public async Task A_thousand_requests_with_one_key_make_one_booking_and_get_one_answer()
    {
        await using var platform = await RunningPlatform.StartAsync();
        var quote = await platform.QuoteAsync(TimeSpan.FromDays(1));

        var answers = await Task.WhenAll(Enumerable.Range(0, 1000).Select(_ => platform.Get<CreateBooking>().ExecuteAsync(
            RunningPlatform.Request(quote.Id, key: "one"), platform.Customer, CancellationToken.None)));

        Assert.All(answers, answer => Assert.True(answer.Succeeded, answer.Refusal?.Message));
        Assert.Single(answers.Select(answer => answer.Value.Booking.Id).Distinct());
        Assert.Single(answers.Select(answer => answer.Value.Booking.Payment.IntentId).Distinct());
        Assert.Single(platform.Gateway.Intents);
    }

    [Fact]
    public async Task A_quote_is_booked_once_by_whoever_comes_first()
    {
        await using var platform = await RunningPlatform.StartAsync();
        var quote = await platform.QuoteAsync(TimeSpan.FromDays(1));

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => platform.Get<CreateBooking>().ExecuteAsync(
            RunningPlatform.Request(quote.Id, PaymentMethod.Cash, key: $"key{i}"), platform.Customer, CancellationToken.None)));

        Assert.Single(answers, answer => answer.Succeeded);
        Assert.All(answers.Where(answer => !answer.Succeeded), answer => Assert.Equal(ErrorCode.Conflict, answer.Refusal!.Code));
    }

    [Fact]
    public async Task A_key_that_was_used_for_another_request_is_refused()
    {
        await using var platform = await RunningPlatform.StartAsync();
        var first = await platform.QuoteAsync(TimeSpan.FromDays(1));
        var second = await platform.QuoteAsync(TimeSpan.FromDays(1));
        await platform.Get<CreateBooking>().ExecuteAsync(RunningPlatform.Request(first.Id, key: "one"), platform.Customer, CancellationToken.None);

        var other = await platform.Get<CreateBooking>().ExecuteAsync(RunningPlatform.Request(second.Id, key: "one"), platform.Customer, CancellationToken.None);

        Assert.Equal(ErrorCode.Conflict, other.Refusal?.Code);
        // The customer is asked for no second payment, and Stripe holds no intent that nobody will ever pay.
        Assert.Single(platform.Gateway.Intents);
    }

    [Fact]
    public async Task An_expired_quote_is_not_booked()
    {
        await using var platform = await RunningPlatform.StartAsync();
        var quote = await platform.QuoteAsync(TimeSpan.FromDays(1));
        platform.Time.Advance(TimeSpan.FromMinutes(15));

        var answer = await platform.Get<CreateBooking>().ExecuteAsync(RunningPlatform.Request(quote.Id), platform.Customer, CancellationToken.None);

        Assert.Equal(ErrorCode.Conflict, answer.Refusal?.Code);
        Assert.Contains("expired", answer.Refusal!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_faults_of_a_request_come_together()
    {
        await using var platform = await RunningPlatform.StartAsync();

        var answer = await platform.Get<CreateBooking>().ExecuteAsync(
            new BookingRequest
            {
                RequestHash = "",
                Customer = new CustomerInput("", "By\nron", "not an address", null),
                PaymentMethod = "barter",
                Malformed = [new FieldFault("colour", "unknown_field", "There is no field colour.")],
            },
            platform.Customer,
            CancellationToken.None);

        Assert.Equal(
            ["colour", "customer.email", "customer.firstName", "customer.lastName", "customer.phone", "paymentMethod", "quoteId"],
            answer.Refusal!.Faults!.Select(fault => fault.Field).Order());
    }

    [Fact]
    public async Task Account_is_for_staff()
    {
        await using var platform = await RunningPlatform.StartAsync();
        var quote = await platform.QuoteAsync(TimeSpan.FromDays(1));

        var customer = await platform.Get<CreateBooking>().ExecuteAsync(RunningPlatform.Request(quote.Id, PaymentMethod.Account), platform.Customer, CancellationToken.None);
        var staff = await platform.Get<CreateBooking>().ExecuteAsync(RunningPlatform.Request(quote.Id, PaymentMethod.Account), platform.Dispatcher, CancellationToken.None);

        Assert.Equal(ErrorCode.Forbidden, customer.Refusal?.Code);
        Assert.Equal(BookingStatus.Confirmed, staff.Value.Booking.Status);
    }

    [Fact]
    public async Task A_token_opens_its_own_booking_and_no_other()
    {
        await using var platform = await RunningPlatform.StartAsync();
        var tokens = platform.Get<ManageTokens>();
        var token = tokens.For(BookingId.Parse("booking_1"));

        Assert.True(tokens.Matches(BookingId.Parse("booking_1"), token));
        Assert.False(tokens.Matches(BookingId.Parse("booking_2"), token));
        Assert.False(tokens.Matches(BookingId.Parse("booking_1"), null));
        Assert.False(tokens.Matches(BookingId.Parse("booking_1"), ""));
        Assert.False(tokens.Matches(BookingId.Parse("booking_1"), token[..^1]));
        Assert.False(tokens.Matches(BookingId.Parse("booking_1"), new string('A', 5000)));
        Assert.False(tokens.Matches(BookingId.Parse("booking_1"), "%%%"));
    }
}
