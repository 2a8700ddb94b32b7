using Nots.LocalHost.Tests.Running;

namespace Nots.LocalHost.Tests.Payments;

public sealed class OneKeyOneBookingTest(SharedHost shared)
{
    [Fact]
    public async Task A_thousand_posts_at_once_with_one_idempotency_key_make_one_booking_and_one_intent()
    {
        var request = Session.BookingOf(await shared.Customer.QuoteAsync(Pickup.OnADayOfItsOwn()), "card");
        var answers = await Task.WhenAll(Enumerable.Range(0, 1000).Select(_ =>
            shared.Customer.PostAsync("/v1/bookings", request, ("Idempotency-Key", "one-of-a-thousand"))));
        Assert.All(answers, answer => Assert.Equal(201, answer.Status));
        Assert.Single(answers.Select(answer => answer.Text("bookingId")).Distinct());
        Assert.Single(answers.Select(answer => answer.Text("payment", "paymentIntentId")).Distinct());
    }

    [Fact]
    public async Task The_same_key_with_another_request_is_refused()
    {
        var first = Session.BookingOf(await shared.Customer.QuoteAsync(Pickup.OnADayOfItsOwn()), "card");
        var second = Session.BookingOf(await shared.Customer.QuoteAsync(Pickup.OnADayOfItsOwn()), "card");
        (await shared.Customer.PostAsync("/v1/bookings", first, ("Idempotency-Key", "used-before"))).Ok();
        var answer = await shared.Customer.PostAsync("/v1/bookings", second, ("Idempotency-Key", "used-before"));
        Assert.Equal((409, "CONFLICT"), (answer.Status, answer.Code));
    }
}
