using System.Text;
using DurableTask.Core.History;
using Microsoft.DurableTask;
using Nots.Durable.Sqlite.Events;
using Nots.Durable.TaskHub;
using Nots.Durable.Tests.Support;

namespace Nots.Durable.Tests;

/// <summary>
/// Histories as a version has stored them: one file each, named by the format's version and the scenario, one turn a line. They are never
/// changed; a new version adds its own.
/// </summary>
public sealed class StoredHistoriesTest
{
    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Histories");

    public static TheoryData<string> Files => [.. Directory.GetFiles(Folder, "*.jsonl").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_stored_history_is_replayed_by_the_code_of_today(string file) =>
        Assert.Null(HistoryReplay.FindFault(Orchestrator(file), Lines(file).SelectMany(Read)));

    [Theory]
    [MemberData(nameof(Files))]
    public void What_is_read_is_written_the_same(string file)
    {
        foreach (var line in Lines(file))
            Assert.Equal(line, Encoding.UTF8.GetString(EventJson.Write(Read(line))));
    }

    [Fact]
    public async Task Today_the_same_is_stored()
    {
        await using var host = new BackendHost();
        Everything.AddTo(host);
        host.World.Work = input => Everything.WorkAsync(host.Time, input);
        await host.StartAsync();
        await host.ScheduleAsync(Everything.Name, "booking-1", "start");
        await host.HistoryAsync("booking-1", EventType.TimerCreated);
        host.Time.Advance(TimeSpan.FromMinutes(1));
        await host.HistoryAsync("booking-1", EventType.TimerCreated, 2);
        await host.Client.SuspendInstanceAsync("booking-1", "a break", BackendHost.Token);
        await host.HistoryAsync("booking-1", EventType.ExecutionSuspended);
        await host.Client.ResumeInstanceAsync("booking-1", "on", BackendHost.Token);
        await host.Client.RaiseEventAsync("booking-1", "paid", "card", BackendHost.Token);
        await host.EndedAsync("booking-1");

        if (Environment.GetEnvironmentVariable("NOTS_STORE_HISTORIES") is { Length: > 0 } folder)
            await File.WriteAllLinesAsync(Path.Combine(folder, "2.everything.jsonl"), Database.Texts(host, "SELECT events FROM history WHERE position < 2 << 24 ORDER BY position"), BackendHost.Token);

        var stored = Lines("2.everything.jsonl").SelectMany(Read).Select(happened => happened.EventType).Distinct().Order();
        Assert.Equal((await host.Client.GetOrchestrationHistoryAsync("booking-1", BackendHost.Token)).Select(happened => happened.EventType).Distinct().Order(), stored);
    }

    private static List<HistoryEvent> Read(string line)
    {
        var events = new List<HistoryEvent>();
        EventJson.Read(Encoding.UTF8.GetBytes(line), events);
        return events;
    }

    private static string[] Lines(string file) => File.ReadAllLines(Path.Combine(Folder, file));

    private static Frozen Orchestrator(string file) => file.Contains(Everything.Name, StringComparison.Ordinal)
        ? new Frozen()
        : throw new ArgumentException($"'{file}' is of no known scenario.");

    private sealed class Frozen : TaskOrchestrator<string, string>
    {
        public override Task<string> RunAsync(TaskOrchestrationContext context, string input) => Everything.RunAsync(context, input);
    }
}
