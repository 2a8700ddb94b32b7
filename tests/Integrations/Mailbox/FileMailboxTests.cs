using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Nots.Application.Messages;
using Nots.Integrations.Mailbox;

namespace Nots.Integrations.Tests.Mailbox;

public sealed class FileMailboxTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 12, 10, 12, 0, 0, TimeSpan.Zero);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("nots-mailbox-");
    private readonly FakeTimeProvider _time = new(Noon);

    private string File => Path.Combine(_folder.FullName, "data", "mailbox.jsonl");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Messages_are_read_back_newest_first()
    {
        using var mailbox = Open();
        await SendAsync(mailbox, "m1", "ada@example.com");
        _time.Advance(TimeSpan.FromSeconds(1));
        await mailbox.SendAsync(new SmsMessage("m2", "+447700900123", "On the way", "en-route", "booking_1"), Cancellation);

        Assert.Equal(
            [
                new MailboxMessage("sms", "+447700900123", "en-route", null, "On the way", "booking_1", Noon.AddSeconds(1), "m2"),
                new MailboxMessage("email", "ada@example.com", "booking-confirmed", "Your booking", "Line 1\nLine “2”", "booking_1", Noon, "m1"),
            ],
            mailbox.Read());
    }

    [Fact]
    public async Task A_line_of_the_file_has_the_wire_names()
    {
        using (var mailbox = Open())
            await SendAsync(mailbox, "m1", "ada@example.com");

        var line = Assert.Single(await System.IO.File.ReadAllLinesAsync(File, Cancellation));
        Assert.StartsWith("{\"channel\":\"email\",\"to\":\"ada@example.com\",\"template\":\"booking-confirmed\",\"subject\":\"Your booking\",\"text\":", line, StringComparison.Ordinal);
        Assert.EndsWith("\"bookingId\":\"booking_1\",\"sentAt\":\"2026-12-10T12:00:00+00:00\",\"messageId\":\"m1\"}", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reading_keeps_to_an_address_and_a_limit()
    {
        using var mailbox = Open();
        for (var at = 0; at < 5; at++)
        {
            await SendAsync(mailbox, $"a{at}", "ada@example.com");
            await SendAsync(mailbox, $"b{at}", "bob@example.com");
        }

        Assert.Equal(["a4", "a3"], mailbox.Read("ADA@example.com", 2).Select(message => message.MessageId));
        Assert.Empty(mailbox.Read("eve@example.com"));
        Assert.Empty(mailbox.Read(limit: 0));
    }

    [Fact]
    public async Task A_message_id_is_taken_once_also_after_a_restart()
    {
        using (var mailbox = Open())
        {
            await SendAsync(mailbox, "m1", "ada@example.com");
            await SendAsync(mailbox, "m1", "ada@example.com");
        }

        using var again = Open();
        await SendAsync(again, "m1", "ada@example.com");

        Assert.Single(again.Read());
        Assert.Single(await System.IO.File.ReadAllLinesAsync(File, Cancellation));
    }

    [Theory]
    [InlineData("{\"channel\":\"email\",\"to\":\"ada@exam")]
    [InlineData("{\"channel\":\"sms\",\"to\":\"+447700900123\",\"template\":\"t\",\"text\":\"x\",\"bookingId\":null,\"sentAt\":\"2026-12-10T12:00:00+00:00\",\"messageId\":\"m2\"}")]
    [InlineData("\0\0\0")]
    public async Task A_line_that_a_kill_left_unfinished_is_cut_off(string torn)
    {
        using (var mailbox = Open())
            await SendAsync(mailbox, "m1", "ada@example.com");
        await System.IO.File.AppendAllTextAsync(File, torn, Cancellation);

        using (var mailbox = Open())
        {
            Assert.Equal(["m1"], mailbox.Read().Select(message => message.MessageId));
            await SendAsync(mailbox, "m2", "ada@example.com");
        }

        using var again = Open();
        Assert.Equal(["m2", "m1"], again.Read().Select(message => message.MessageId));
    }

    [Fact]
    public async Task A_message_is_in_the_file_when_its_sending_returns()
    {
        using var mailbox = Open();
        await SendAsync(mailbox, "m1", "ada@example.com");

        await using var other = new FileStream(File, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(other, Encoding.UTF8);
        Assert.EndsWith("}\n", await reader.ReadToEndAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_mailbox_is_refused_and_left_alone()
    {
        _folder.CreateSubdirectory("data");
        System.IO.File.WriteAllText(File, "some notes\nmore notes\n");

        Assert.Contains("mailbox.jsonl", Assert.Throws<InvalidDataException>(Open).Message, StringComparison.Ordinal);
        Assert.Equal("some notes\nmore notes\n", System.IO.File.ReadAllText(File));
    }

    [Fact]
    public async Task Many_threads_lose_and_double_nothing()
    {
        using (var mailbox = Open())
            await Parallel.ForAsync(0, 2_000, Cancellation, async (at, _) => await SendAsync(mailbox, $"m{at % 1_000}", "ada@example.com"));

        using var again = Open();
        var ids = again.Read(limit: 5_000).Select(message => message.MessageId).ToList();
        Assert.Equal((1_000, 1_000), (ids.Count, ids.Distinct().Count()));
    }

    [Fact]
    public async Task Only_so_many_are_kept_to_be_read_but_all_are_known()
    {
        using var mailbox = Open(shown: 10);
        for (var at = 0; at < 100; at++)
            await SendAsync(mailbox, $"m{at}", "ada@example.com");
        await SendAsync(mailbox, "m0", "ada@example.com");

        Assert.InRange(mailbox.Read(limit: 1_000).Count, 10, 20);
        Assert.Equal("m99", mailbox.Read()[0].MessageId);
    }

    [Fact]
    public void It_is_registered_as_both_senders()
    {
        var services = new ServiceCollection().AddSingleton<TimeProvider>(_time).AddFileMailbox(new FileMailboxOptions { Path = File });
        using var provider = services.BuildServiceProvider();

        Assert.Same(provider.GetRequiredService<FileMailbox>(), provider.GetRequiredService<IEmailSender>());
        Assert.Same(provider.GetRequiredService<FileMailbox>(), provider.GetRequiredService<ISmsSender>());
    }

    [Fact]
    public void All_faults_of_the_options_are_named_at_once() =>
        Assert.Equal(2, new FileMailboxOptions { Path = " ", Shown = 0 }.Faults().Count);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static Task SendAsync(FileMailbox mailbox, string id, string to) => mailbox.SendAsync(
        new EmailMessage(id, to, "Your booking", "Line 1\nLine “2”", "booking-confirmed", "booking_1", "<p>Line 1</p>"), Cancellation);

    private FileMailbox Open() => Open(1_000);

    private FileMailbox Open(int shown) => new(new FileMailboxOptions { Path = File, Shown = shown }, _time);
}
