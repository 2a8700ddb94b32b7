using Nots.Application.Orchestration;
using Nots.Durable.Tests.Support;

namespace Nots.Durable.Tests;

/// <summary>
/// Histories as a released version has stored them, one file each, named by the format's version, the scenario and the
/// instance's id. They are never changed; a new version adds its own.
/// </summary>
public sealed class StoredHistoriesTest
{
    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Histories");

    public static TheoryData<string> Files => [.. Directory.GetFiles(Folder, "*.jsonl").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_stored_history_is_replayed_by_the_code_of_today(string file)
    {
        var fault = HistoryReplay.FindFault(Everything.AddTo(new WorkflowCatalogue()), InstanceId(file), Lines(file));

        Assert.Null(fault);
    }

    [Fact]
    public void Every_kind_of_event_is_among_them()
    {
        var kinds = Files.SelectMany(row => Lines(row.Data)).Select(line => History.HistoryJson.TypeName(History.HistoryJson.Read(line)));

        Assert.Equal(
            [
                "activityCompleted", "activityFailed", "activityScheduled", "eventRaised", "executionCompleted", "executionFailed",
                "executionResumed", "executionStarted", "executionSuspended", "executionTerminated", "subOrchestrationCompleted",
                "subOrchestrationFailed", "subOrchestrationScheduled", "timerCancelled", "timerCreated", "timerFired",
            ],
            kinds.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_is_read_is_written_the_same()
    {
        foreach (var line in Files.SelectMany(row => Lines(row.Data)))
            Assert.Equal(line, History.HistoryJson.Write(History.HistoryJson.Read(line)));
    }

    [Fact]
    public void Code_that_does_not_fit_is_found()
    {
        var catalogue = new WorkflowCatalogue().AddOrchestration(
            Everything.Name, () => new ScriptedOrchestrator<string, string>((_, input) => Task.FromResult(input)));
        var completed = Files.Select(row => row.Data).First(file => file.Contains("completed", StringComparison.Ordinal));

        var fault = HistoryReplay.FindFault(catalogue, InstanceId(completed), Lines(completed));

        Assert.Equal("the code does completing at event 1, but the history has activity 'work'", fault);
    }

    [Fact]
    public void A_history_of_a_later_format_is_refused()
    {
        var later = """{"type":"executionStarted","at":"2031-03-01T09:00:00+00:00","name":"everything","execution":1,"format":2}""";

        var fault = HistoryReplay.FindFault(Everything.AddTo(new WorkflowCatalogue()), "one", [later]);

        Assert.Equal("the history has format 2, this version reads up to 1", fault);
    }

    private static string[] Lines(string file) => File.ReadAllLines(Path.Combine(Folder, file));

    private static string InstanceId(string file) => Path.GetFileNameWithoutExtension(file).Split('.')[^1];
}
