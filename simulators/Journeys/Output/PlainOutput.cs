using System.Globalization;
using Spectre.Console;

namespace Nots.Journeys.Output;

/// <summary>A line for each thing that happens, for a file or a build's log.</summary>
internal sealed class PlainOutput(IAnsiConsole console) : DemoOutput, IDemoProgress
{
    private readonly Lock _lock = new();
    private int _ended;
    private int _rows;

    public override Task<DemoReport> WatchAsync(IReadOnlyList<JourneyRow> rows, Func<IDemoProgress, Task<DemoReport>> work)
    {
        _rows = rows.Count;
        return work(this);
    }

    public override void Show(DemoReport report) => ReportTables.Write(console, report);

    public void At(JourneyRow row, string step) => Line($"{row.Id}  {row.Title}: {step}");

    public void Ended(RowResult result)
    {
        lock (_lock)
            _ended++;
        var seconds = result.Elapsed.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);
        Line($"{result.Row.Id}  {result.Row.Title}: {Said(result)} ({seconds} s, {_ended} of {_rows})");
    }

    private static string Said(RowResult result) => result switch
    {
        { Passed: true } => "as expected",
        { NotApplicable: { } reason } => $"not applicable here: {reason}",
        _ => $"FAILED, {result.Fault}",
    };

    private void Line(string text)
    {
        lock (_lock)
            console.WriteLine(text);
    }
}
