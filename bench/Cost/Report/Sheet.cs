using System.Globalization;
using Nots.Cost.Bench.Metering;

namespace Nots.Cost.Bench.Report;

/// <summary>What was spent, by step and operation, beside the least that the design allows.</summary>
internal sealed class Sheet
{
    /// <summary>How much more than the least the whole life may spend.</summary>
    public const double Goal = 1.5;

    private readonly ILookup<string, Request> _steps;

    public Sheet(IReadOnlyList<Request> requests)
    {
        _steps = requests.ToLookup(request => request.Step);
        // By name: whether a signal is forgotten before or after the orchestration has read the booking is chance.
        Rows =
        [
            .. _steps.SelectMany(step => step.GroupBy(request => request.Operation).OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => new Row(step.Key, group.Key, Sum(group)))),
        ];
        Life = Sum(LowerBound.Needs.SelectMany(need => _steps[need.Step]));
        Least = LowerBound.Needs.Select(need => need.Of([.. _steps[need.Step]])).Aggregate(Cost.None, Cost.Add);
    }

    public IReadOnlyList<Row> Rows { get; }

    /// <summary>The whole life.</summary>
    public Cost Life { get; }

    /// <summary>The least that it must spend.</summary>
    public Cost Least { get; }

    /// <summary>Whether the life is within its goal.</summary>
    public bool WithinGoal => !Life.Exceeds(new Cost(Goal * Least.Requests, Goal * Least.Reads, Goal * Least.Writes));

    public void Print(TextWriter output)
    {
        output.WriteLine($"| {"of a booking's life",-52} | requests | read units | write units | least: requests | read units | write units |");
        output.WriteLine($"|{new string('-', 54)}|---------:|-----------:|------------:|----------------:|-----------:|------------:|");
        foreach (var need in LowerBound.Needs)
        {
            Line(output, need.Step, Sum(_steps[need.Step]), need.Of([.. _steps[need.Step]]));
            foreach (var row in Rows.Where(row => row.Step == need.Step))
                Line(output, "  " + row.Operation, row.Cost, null);
        }
        Line(output, "all", Life, Least);
        if (LowerBound.Needs.SelectMany(need => _steps[need.Step]).ToList() is var all && all.TrueForAll(request => request.Told is not null))
            Line(output, "as DynamoDB Local tells it", new Cost(all.Count, all.Where(request => request.Writes == 0).Sum(request => request.Told!.Value), all.Where(request => request.Writes > 0).Sum(request => request.Told!.Value)), null);
        Line(output, "times the least", new Cost(Life.Requests / Least.Requests, Life.Reads / Least.Reads, Life.Writes / Least.Writes), null);
        output.WriteLine();
        output.WriteLine($"| {"of a reading",-52} | requests | read units |");
        output.WriteLine($"|{new string('-', 54)}|---------:|-----------:|");
        foreach (var reading in _steps.Where(step => step.Key.StartsWith(Readings.Prefix, StringComparison.Ordinal)))
            output.WriteLine($"| {reading.Key,-52} | {Number(Sum(reading).Requests),8} | {Number(Sum(reading).Reads),10} |");
    }

    private static void Line(TextWriter output, string name, Cost cost, Cost? least) => output.WriteLine(
        $"| {name,-52} | {Number(cost.Requests),8} | {Number(cost.Reads),10} | {Number(cost.Writes),11} | "
        + $"{Number(least?.Requests),15} | {Number(least?.Reads),10} | {Number(least?.Writes),11} |");

    private static string Number(double? number) => number?.ToString("0.##", CultureInfo.InvariantCulture) ?? "";

    private static Cost Sum(IEnumerable<Request> requests) =>
        requests.Aggregate(Cost.None, (sum, request) => sum + new Cost(1, request.Reads, request.Writes));
}
