using Nots.Application.Bookings;
using Nots.Application.Orchestration;
using Nots.Durable;

namespace Nots.Application.Tests.Orchestrations;

public sealed class StoredHistoryTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Histories");

    public static TheoryData<string> Recorded { get; } = [.. Directory.GetFiles(Folder, "*.jsonl").Select(file => Path.GetFileName(file)).Order()];

    [Theory]
    [MemberData(nameof(Recorded))]
    public void The_orchestration_of_today_goes_on_where_an_earlier_one_left_off(string file)
    {
        var lines = File.ReadAllLines(Path.Combine(Folder, file));

        Assert.Null(HistoryReplay.FindFault(new WorkflowCatalogue().AddBookings(), lines[0], lines[1..]));
    }

    [Fact]
    public void A_history_that_the_orchestration_does_not_fit_is_noticed()
    {
        var lines = File.ReadAllLines(Path.Combine(Folder, "confirmed.jsonl"));
        var other = lines[1..].Select(line => line.Replace("booking-tell", "booking-whisper", StringComparison.Ordinal));

        Assert.NotNull(HistoryReplay.FindFault(new WorkflowCatalogue().AddBookings(), lines[0], other));
    }
}
