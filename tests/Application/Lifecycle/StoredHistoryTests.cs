using DurableTask.Core.History;
using Microsoft.DurableTask.Worker;
using Nots.Application.Common;
using Nots.Application.Lifecycle;
using Nots.Durable.TaskHub;

namespace Nots.Application.Tests.Lifecycle;

public sealed class StoredHistoryTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Histories");

    private static readonly DurableTaskWorkerOptions Options = new() { DataConverter = WorkflowJson.Converter };

    public static TheoryData<string> Recorded { get; } = [.. Directory.GetFiles(Folder, "*.json").Select(file => Path.GetFileName(file)).Order()];

    [Theory]
    [MemberData(nameof(Recorded))]
    public void The_orchestration_of_today_goes_on_where_an_earlier_one_left_off(string file) =>
        Assert.Null(HistoryReplay.FindFault(new BookingOrchestration(), Read(file), Options));

    [Fact]
    public void A_history_that_calls_another_activity_is_noticed()
    {
        var history = Read("confirmed.json");
        foreach (var scheduled in history.OfType<TaskScheduledEvent>().Where(scheduled => scheduled.Name == "booking-tell"))
            scheduled.Name = "booking-whisper";

        Assert.Contains("booking-whisper", HistoryReplay.FindFault(new BookingOrchestration(), history, Options), StringComparison.Ordinal);
    }

    [Fact]
    public void A_history_that_ends_too_early_is_noticed()
    {
        var history = Read("completed.json");
        var completed = history.OfType<ExecutionCompletedEvent>().Single();

        Assert.NotNull(HistoryReplay.FindFault(new BookingOrchestration(), history.Where(happened => happened != completed), Options));
    }

    private static IList<HistoryEvent> Read(string file) => HistoryJson.Read(File.ReadAllText(Path.Combine(Folder, file)));
}
