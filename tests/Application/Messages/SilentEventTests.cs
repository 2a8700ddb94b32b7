using System.Reflection;
using Nots.Application.Messages;
using Nots.Application.Tests.Platform;
using Nots.Domain.Bookings;
using Nots.Domain.Common;

namespace Nots.Application.Tests.Messages;

public sealed class SilentEventTests
{
    [Theory]
    [InlineData(PaymentMethod.Card)]
    [InlineData(PaymentMethod.Cash)]
    [InlineData(PaymentMethod.Account)]
    public async Task An_event_that_something_is_said_about_is_never_passed_over(PaymentMethod method)
    {
        await using var platform = await RunningPlatform.StartAsync();
        var booking = await platform.AssignAsync((await platform.BookAsync(PaymentMethod.Cash)).Id);
        var notices = platform.Get<BookingNotices>();
        var at = booking.Timeline[0].At;
        var passedOver = new List<string>();
        foreach (var type in typeof(BookingEventType).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetValue(null)!))
        {
            var then = booking with { Payment = booking.Payment with { Method = method }, Timeline = [new TimelineEntry(at, type)] };
            var happened = new BookingEvent { BookingId = booking.Id, Sequence = 1, Type = type, At = at, By = Actor.System };
            if (notices.For(then, happened).Count > 0 && BookingNotices.LastTold(then) == 0)
                passedOver.Add(type);
        }

        Assert.Empty(passedOver);
    }
}
