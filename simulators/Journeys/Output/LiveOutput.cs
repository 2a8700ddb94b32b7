using System.Diagnostics;
using System.Globalization;
using Nots.Client;
using Spectre.Console;

namespace Nots.Journeys.Output;

/// <summary>A table that moves, for a person at a terminal.</summary>
internal sealed class LiveOutput(IAnsiConsole console) : DemoOutput
{
    public override Task<DemoReport> WatchAsync(IReadOnlyList<JourneyRow> rows, Func<IDemoProgress, Task<DemoReport>> work)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns("Row", "Journey", "Now", "Time");
        foreach (var row in rows)
            table.AddRow(new Text(row.Id), new Text(row.Title), new Text("waiting", "grey"), Text.Empty);
        return console.Live(table).AutoClear(true).Overflow(VerticalOverflow.Crop).StartAsync(context => work(new Board(table, rows, context)));
    }

    public override void Show(DemoReport report) => ReportTables.Write(console, report);

    /// <summary>The moving table; Spectre's are not for several threads at a time.</summary>
    private sealed class Board(Table table, IReadOnlyList<JourneyRow> rows, LiveDisplayContext context) : IDemoProgress
    {
        private readonly Lock _lock = new();
        private readonly Dictionary<string, int> _lines = rows.Index().ToDictionary(row => row.Item.Id, row => row.Index);
        private readonly Dictionary<string, long> _started = [];

        public void At(JourneyRow row, string step)
        {
            lock (_lock)
            {
                _started.TryAdd(row.Id, Stopwatch.GetTimestamp());
                Write(row, new Text(step, "yellow"), Stopwatch.GetElapsedTime(_started[row.Id]));
            }
        }

        public void Ended(RowResult result)
        {
            lock (_lock)
            {
                Write(
                    result.Row,
                    result switch
                    {
                        { Passed: true } => new Text(result.Booking?.Status.WireName() ?? "", "green"),
                        { NotApplicable: not null } => new Text("not applicable here", "grey"),
                        _ => new Text($"failed: {result.Fault}", "red"),
                    },
                    result.Elapsed);
            }
        }

        private void Write(JourneyRow row, Text step, TimeSpan elapsed)
        {
            table.UpdateCell(_lines[row.Id], 2, step);
            table.UpdateCell(_lines[row.Id], 3, new Text(elapsed.TotalSeconds.ToString("0.0 s", CultureInfo.InvariantCulture)));
            context.Refresh();
        }
    }
}
