using Nots.Application.Lifecycle;
using Nots.Application.Lifecycle.Activities;
using Nots.Application.Messages;
using Nots.Application.Tests.Platform;
using Nots.Domain.Bookings;
using Nots.Domain.Messages;

namespace Nots.Application.Tests.Messages;

public sealed class MessageRecordTests
{
    private const string Email = "000001.booking-confirmed.email";

    [Fact]
    public async Task A_message_that_was_accepted_is_written_down_once_as_sent()
    {
        await using var platform = await RunningPlatform.StartAsync();

        var booking = await platform.BookAsync(PaymentMethod.Cash);
        await platform.UntilAsync(async () => await RecordAsync(platform, booking) is not null, () => "nothing was written down");

        var record = await RecordAsync(platform, booking);
        Assert.Equal((MessageStatus.Sent, 1L), (record!.Status, record.Version));
    }

    [Fact]
    public async Task A_message_that_was_refused_for_the_moment_is_seen_to_wait_and_then_to_be_sent()
    {
        await using var platform = await RunningPlatform.StartAsync();
        platform.Post.FailuresToCome = 2;

        var booking = await platform.BookAsync(PaymentMethod.Cash);
        await platform.UntilAsync(async () => (await RecordAsync(platform, booking))?.Status == MessageStatus.Pending, () => "nothing was seen to wait");
        var waiting = await RecordAsync(platform, booking);
        await platform.UntilAsync(async () => (await RecordAsync(platform, booking))?.Status == MessageStatus.Sent, () => "it was never sent");

        Assert.Contains("451", waiting!.LastError, StringComparison.Ordinal);
        Assert.Single(platform.Post.Taken, message => message.Id == $"{booking.Id}.{Email}");
    }

    [Fact]
    public async Task What_was_said_is_not_said_again_when_the_activity_runs_twice()
    {
        await using var platform = await RunningPlatform.StartAsync();
        var booking = await platform.BookAsync(PaymentMethod.Cash);
        await platform.UntilSentAsync("+447700900123", "booking-confirmed");
        await platform.QuietAsync(booking.Id);
        var taken = platform.Post.Taken.Count;

        await platform.Make<TellActivity>().RunAsync(new EventsAfter(booking.Id, 0, 1), CancellationToken.None);

        Assert.Equal(taken, platform.Post.Taken.Count);
    }

    private static Task<Message?> RecordAsync(RunningPlatform platform, Booking booking) =>
        platform.Get<IMessageStore>().GetAsync(booking.Id, Email, CancellationToken.None);
}
